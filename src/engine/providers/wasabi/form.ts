/** What Wasabi asks of a rule. */
import { s3Asks, s3Form } from '../families/s3/form.ts';
import { METHODS } from './saving.ts';

export const PAGE = 'https://docs.wasabi.com/docs/cross-origin-resource-sharing-cors';

export const form = s3Form({ ...s3Asks(PAGE), methods: METHODS });
