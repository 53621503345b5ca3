import { jsonFormat } from '../json-format.ts';
import { SINGULAR } from '../../rule-key.ts';

/**
 * The argument of COS's `put_bucket_cors` for Python, whose keys become the elements of the XML one to one, and the
 * JSON of ossutil 2. docs/facts/cos-oss-obs.md 1.1 and 2.1, https://github.com/tencentyun/cos-python-sdk-v5
 */
export const cosPythonJson = jsonFormat({
  id: 'cos-python-json',
  strict: false,
  holdsResponseVary: true,
  names: [SINGULAR],
  claims: ({ kind }) => kind === 'CORSRule',
  wrap: (rules, responseVary) => ({
    CORSRule: rules,
    ...(responseVary !== null && { ResponseVary: responseVary })
  })
});
