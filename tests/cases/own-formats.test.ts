/** A mend is written in the form in which a store's rules are written. */
import { expect, test } from 'vitest';
import { judge, providerById, readRules, type Header, type ProviderId } from '#engine';

const GCS = 'https://storage.googleapis.com/media/photo.png';
const B2 = 'https://s3.us-west-004.backblazeb2.com/media/photo.png';
const R2 = 'https://0123456789abcdef0123456789abcdef.r2.cloudflarestorage.com/media/photo.png';
const UPLOAD = 'https://pod-000-1139-09.backblaze.com/b2api/v2/b2_upload_file/2a43/c002';

interface Call {
  url: string;
  method: string;
  headers?: Header[];
  needs?: string[];
}

function judged(provider: ProviderId, text: string, { headers = [], needs = [], ...call }: Call) {
  return judge({
    text,
    read: readRules(text),
    provider: providerById(provider),
    request: {
      pageOrigin: 'https://app.example.com',
      credentials: 'omit',
      ...call,
      headers,
      needs
    }
  });
}

test.each<[string, ProviderId, string, Call, string]>([
  [
    'a response header that a preflight asks for',
    'google-cloud-storage',
    '[{"origin": ["https://app.example.com"], "method": ["PUT"], "responseHeader": ["ETag"]}]',
    { url: GCS, method: 'PUT', headers: [['content-type', 'image/png']] },
    '[{"origin": ["https://app.example.com"], "method": ["PUT"], "responseHeader": ["ETag", "content-type"]}]'
  ],
  [
    'a response header that a script needs',
    'google-cloud-storage',
    '{"cors": [{"origin": ["*"], "method": ["GET"]}]}',
    { url: GCS, method: 'GET', needs: ['ETag'] },
    '{"cors": [{"origin": ["*"], "method": ["GET"], "responseHeader": ["ETag"]}]}'
  ],
  [
    'an entry before the one that would be chosen',
    'google-cloud-storage',
    '',
    { url: GCS, method: 'DELETE' },
    '[\n  {\n    "origin": [\n      "https://app.example.com"\n    ],\n    "method": [\n      "DELETE"\n    ],\n    "maxAgeSeconds": 600\n  }\n]\n'
  ],
  [
    'an origin of the XML API',
    'google-cloud-storage',
    '<CorsConfig><Cors><Origins><Origin>https://app.example.com/</Origin></Origins><Methods><Method>GET</Method></Methods></Cors></CorsConfig>',
    { url: GCS, method: 'GET' },
    '<CorsConfig><Cors><Origins><Origin>https://app.example.com</Origin></Origins><Methods><Method>GET</Method></Methods></Cors></CorsConfig>'
  ],
  [
    'an operation for a method',
    'backblaze-b2',
    '[{"corsRuleName": "my-rule", "allowedOrigins": ["https://app.example.com"], "allowedOperations": ["s3_get"], "maxAgeSeconds": 60}]',
    { url: B2, method: 'PUT' },
    '[{"corsRuleName": "my-rule", "allowedOrigins": ["https://app.example.com"], "allowedOperations": ["s3_get", "s3_put"], "maxAgeSeconds": 60}]'
  ],
  [
    'an operation of the native API',
    'backblaze-b2',
    '[{"corsRuleName": "my-rule", "allowedOrigins": ["https://app.example.com"], "allowedOperations": ["s3_post"], "maxAgeSeconds": 60}]',
    { url: UPLOAD, method: 'POST', headers: [['content-type', 'text/plain']] },
    '[{"corsRuleName": "my-rule", "allowedOrigins": ["https://app.example.com"], "allowedOperations": ["s3_post", "b2_upload_file"], "maxAgeSeconds": 60}]'
  ],
  [
    'a rule with a name of its own',
    'backblaze-b2',
    '[]',
    { url: B2, method: 'PUT' },
    '[{"corsRuleName": "rule-1", "allowedOrigins": ["https://app.example.com"], "allowedOperations": ["s3_put"], "maxAgeSeconds": 600}]'
  ],
  [
    'a header inside of allowed',
    'cloudflare-r2',
    '{"rules": [{"allowed": {"origins": ["https://app.example.com"], "methods": ["PUT"]}}]}',
    { url: R2, method: 'PUT', headers: [['content-type', 'image/png']] },
    '{"rules": [{"allowed": {"origins": ["https://app.example.com"], "methods": ["PUT"], "headers": ["content-type"]}}]}'
  ]
])('%s (%s)', (_, provider, text, call, mended) => {
  expect(judged(provider, text, call).mend?.rules).toBe(mended);
  const after = judged(provider, mended, call);
  expect([after.outcome, after.save]).toEqual(['allowed', 'accepted']);
});

test('no rule mends an address that never answers CORS', () => {
  const url = 'https://storage.cloud.google.com/media/photo.png';
  const text = '[{"origin": ["*"], "method": ["GET"]}]';
  const { stage, cause, mend } = judged('google-cloud-storage', text, { url, method: 'GET' });
  expect([stage, cause?.code, mend]).toEqual(['actual', 'endpoint-without-cors', null]);
});

test('no rule is needed where every page is let in', () => {
  const url = 'https://storage.googleapis.com/storage/v1/b/media/o/photo.png?alt=media';
  const headers: Header[] = [['authorization', 'x']];
  const call = { url, method: 'GET', headers };
  expect(judged('google-cloud-storage', '[]', call)).toMatchObject({
    outcome: 'allowed',
    rule: null
  });
});
