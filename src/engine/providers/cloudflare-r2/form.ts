/** What Cloudflare R2 asks of a rule. */
import { s3Form } from '../families/s3/form.ts';
import { refuses } from '../shared/form-demands.ts';

/** The dashboard takes JSON with S3's names and without ids. */
const DASHBOARD_PAGE = 'https://developers.cloudflare.com/r2/buckets/cors/';
const NOTES_PAGE = 'https://developers.cloudflare.com/r2/platform/release-notes/';
const API_PAGE =
  'https://developers.cloudflare.com/api/resources/r2/subresources/buckets/subresources/cors';

export const form = s3Form({
  source: DASHBOARD_PAGE,
  id: null,
  origins: refuses(
    NOTES_PAGE,
    { code: 'blanks-around', args: {} },
    { code: 'values-joined', args: {} },
    { code: 'scheme-missing', args: { besides: ['*'] } },
    { code: 'trailing-slash', args: {} },
    { code: 'path-behind', args: {} },
    { code: 'wildcards-many', args: {} },
    { code: 'wildcard-outside-host', args: {} }
  ),
  age: refuses(
    API_PAGE,
    { code: 'not-whole', args: {} },
    { code: 'too-small', args: { least: 0 } },
    { code: 'too-large', args: { most: 86_400 } }
  )
});
