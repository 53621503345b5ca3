/** What the console of Alibaba Cloud OSS asks of a rule. */
import type { StoreForm } from '../../form/store-form.ts';
import { ANY_ORIGIN, NAMES, refuses, takesUnwisely, UNSENT } from '../shared/form-demands.ts';
import { S3_METHODS } from '../families/s3/words.ts';

/** The panel of the console. */
const CONSOLE_PAGE =
  'https://www.alibabacloud.com/help/en/object-storage-service/latest/configure-cors-rules';
/** What the API says of exposed headers. */
const EXPOSED_PAGE = 'https://www.alibabacloud.com/help/en/oss/user-guide/0034-00000013';
/** A negative age is refused in the live test of the Python SDK. */
const AGE_TEST = 'https://github.com/aliyun/aliyun-oss-python-sdk/blob/master/tests/test_bucket.py';

export const form: StoreForm = {
  by: 'page',
  source: CONSOLE_PAGE,
  rules: 10,
  fields: [
    {
      field: 'allowedOrigins',
      label: 'sources',
      required: true,
      demands: [
        ...refuses(
          CONSOLE_PAGE,
          { code: 'scheme-missing', args: { besides: ['*'] } },
          { code: 'wildcards-many', args: {} }
        ),
        ...takesUnwisely(CONSOLE_PAGE, { code: 'default-port', args: {} }),
        ...UNSENT,
        ...ANY_ORIGIN
      ]
    },
    {
      field: 'allowedMethods',
      label: 'allowed-methods',
      required: true,
      ticks: S3_METHODS,
      demands: []
    },
    {
      field: 'allowedHeaders',
      label: 'allowed-headers',
      required: false,
      demands: [...refuses(CONSOLE_PAGE, { code: 'wildcards-many', args: {} }), ...NAMES]
    },
    {
      field: 'exposeHeaders',
      label: 'exposed-headers',
      required: false,
      demands: [
        ...refuses(
          EXPOSED_PAGE,
          { code: 'wildcard-exposed', args: {} },
          { code: 'signs', args: { signs: ['<', '>', '&', "'", '"'] } }
        ),
        ...NAMES
      ]
    },
    {
      field: 'maxAgeSeconds',
      label: 'cache-timeout',
      required: false,
      demands: [
        ...refuses(CONSOLE_PAGE, { code: 'not-whole', args: {} }),
        ...refuses(AGE_TEST, { code: 'too-small', args: { least: 0 } })
      ]
    }
  ],
  vary: 'vary-origin'
};
