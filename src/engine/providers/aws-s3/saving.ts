/** What Amazon S3 says when rules are saved. */
import { saveAsS3 } from '../families/s3/lineage-saving.ts';
import { S3_METHODS } from '../families/s3/words.ts';

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketCors.html */
const LIMITS = { rules: 100, idCharacters: 255, methods: S3_METHODS };

export const save = saveAsS3(LIMITS, { recorded: 'traced', told: 'inferred' });
