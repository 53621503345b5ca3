/** What Amazon S3 asks of a rule. */
import { s3Asks, s3Form } from '../families/s3/form.ts';

export const GUIDE = 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/ManageCorsUsing.html';

export const form = s3Form(s3Asks(GUIDE));
