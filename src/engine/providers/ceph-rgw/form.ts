/** What Ceph RGW asks of a rule. */
import { s3Form } from '../families/s3/form.ts';
import { rgwAsks } from '../families/rgw/form.ts';

export const form = s3Form(rgwAsks);
