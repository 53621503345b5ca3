import { expect, test } from 'vitest';
import { readRules } from '../1-read/read-rules.ts';
import { judge } from '../4-explain/judge.ts';
import type { PageRequest } from '../model.ts';
import { providerById } from '../providers/providers.ts';
import { agreementOf, type Agreement } from './agreement.ts';
import { readSymptom } from './read-symptom.ts';

const REQUEST: PageRequest = {
  pageOrigin: 'https://app.example.com',
  method: 'PUT',
  url: 'https://b-1250000000.cos.ap-guangzhou.myqcloud.com/k',
  headers: [['x-cos-acl', 'private']],
  credentials: 'omit',
  needs: []
};

const rules = (headers: string, expose = '') => `<CORSConfiguration><CORSRule>
  <AllowedOrigin>https://app.example.com</AllowedOrigin><AllowedMethod>PUT</AllowedMethod>
  ${headers === '' ? '' : `<AllowedHeader>${headers}</AllowedHeader>`}
  ${expose === '' ? '' : `<ExposeHeader>${expose}</ExposeHeader>`}
</CORSRule></CORSConfiguration>`;

function agreement(
  text: string,
  written: string,
  own: Partial<PageRequest> = {}
): Agreement | null {
  const request = { ...REQUEST, ...own };
  const { symptom } = readSymptom(text);
  if (symptom === null) throw new Error(text);
  const provider = providerById('tencent-cos');
  const verdict = judge({ text: written, read: readRules(written), provider, request });
  return agreementOf(symptom, verdict, request);
}

const CHROMIUM = `Access to fetch at '${REQUEST.url}' from origin 'https://app.example.com' has been blocked by CORS policy: `;
const MISSING = `${CHROMIUM}Response to preflight request doesn't pass access control check: No 'Access-Control-Allow-Origin' header is present on the requested resource.`;

test.each<[what: string, text: string, rules: string, wanted: Agreement | null]>([
  ['the rules refuse as the console says', MISSING, rules(''), { kind: 'explains' }],
  ['the rules would let the call through', MISSING, rules('*'), { kind: 'works' }],
  [
    'the rules refuse for another reason',
    `${CHROMIUM}Method PUT is not allowed by Access-Control-Allow-Methods in preflight response.`,
    rules(''),
    { kind: 'differs' }
  ],
  [
    'WebKit looks at the status first',
    'Preflight response is not successful. Status code: 403',
    rules(''),
    { kind: 'explains' }
  ],
  [
    'a script hears of a failure and no more',
    'TypeError: Failed to fetch',
    rules(''),
    { kind: 'explains' }
  ],
  [
    'rules have no part in it',
    'Failed to load resource: net::ERR_NAME_NOT_RESOLVED',
    rules(''),
    null
  ],
  ['a call without a failure', `fetch('${REQUEST.url}')`, rules(''), null],
  [
    'the store answered as the rules say',
    'HTTP/1.1 403 Forbidden\nServer: tencent-cos',
    rules(''),
    { kind: 'explains' }
  ],
  [
    'the store answered otherwise: rules that are not saved yet, or something between',
    'curl -i -X OPTIONS https://b-1250000000.cos.ap-guangzhou.myqcloud.com/k -H "Origin: https://app.example.com" -H "Access-Control-Request-Method: PUT"\nHTTP/1.1 403 Forbidden\nServer: tencent-cos',
    rules('*'),
    {
      kind: 'answered-otherwise',
      headers: [
        'Access-Control-Allow-Origin',
        'Access-Control-Allow-Credentials',
        'Access-Control-Allow-Methods',
        'Access-Control-Allow-Headers'
      ]
    }
  ]
])('%s', (_, text, written, wanted) => {
  expect(agreement(text, written)).toEqual(wanted);
});

const COS_SDK = 'get ETag error, please add "ETag" to CORS ExposeHeader setting.';

test('a library that cannot read ETag is explained by a rule that does not expose it', () => {
  expect(agreement(COS_SDK, rules('*'), { needs: ['ETag'] })).toEqual({ kind: 'explains' });
  expect(agreement(COS_SDK, rules('*', 'ETag'), { needs: ['ETag'] })).toEqual({ kind: 'works' });
});
