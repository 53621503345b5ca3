/** What Wasabi says when rules are saved. */
import { saveAsS3 } from '../families/s3/lineage-saving.ts';
import { S3_METHODS } from '../families/s3/words.ts';

export const METHODS = [...S3_METHODS, 'MOVE'];

export const save = saveAsS3(
  { rules: 100, idCharacters: 255, methods: METHODS },
  { recorded: 'inferred', told: 'inferred' }
);
