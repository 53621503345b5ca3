import { describe, expect, test } from 'vitest';
import { readSymptom } from '../read-symptom.ts';

const URL = 'https://b.example/k';

describe('the value of an option is never taken for the address', () => {
  test.each([
    ...['--pass', '--proxy-user', '-U', '--tlspassword', '--cert-type', '--proxy-header', '--ech'],
    ...['--retry-delay', '--doh-url', '--dns-servers', '--noproxy', '--proto', '--etag-save', '-w'],
    ...['--expand-output', '--variable', '--trace-config', '--ipfs-gateway', '-K', '--conf', '-z'],
    ...['--unix-socket', '--aws-sigv4', '-sSo', '-E', '--form-string', '--sigalgs', '--knownhosts']
  ])('%s', (option) => {
    const { symptom, problems } = readSymptom(`curl ${option} hunter2 ${URL}`);
    expect(symptom?.request.url).toBe(URL);
    expect(problems.map(({ code }) => code)).not.toContain('curl-options-unknown');
    expect(JSON.stringify(symptom)).not.toContain('hunter2');
  });

  test.each([
    '-v',
    '--compressed',
    '--no-keepalive',
    '--http2',
    '-sSL',
    '--tls-earlydata',
    '-#',
    '--insec'
  ])('nor the address for a value: %s', (option) => {
    expect(readSymptom(`curl ${option} b.example/k`).symptom?.request.url).toBe(
      'http://b.example/k'
    );
  });
});

test.each([
  [`curl --password hunter2 ${URL}`, ['--password']],
  [`curl --password=hunter2 ${URL}`, ['--password']],
  [`curl -$hunter2 ${URL}`, ['-$']],
  // The beginning of two names is none.
  [`curl --dat hunter2 ${URL}`, ['--dat']],
  // curl takes no value after an equals sign.
  [`curl --request=PUT ${URL}`, ['--request']]
])('an option that curl has not is said: %s', (text, options) => {
  const { symptom, problems } = readSymptom(text);
  expect(symptom?.request).toMatchObject({ url: URL, method: 'GET' });
  expect(problems).toMatchObject([{ code: 'curl-options-unknown', args: { options } }]);
  expect(JSON.stringify([symptom, problems])).not.toContain('hunter2');
});

test.each([
  [`curl -XPUT -HX-A:1 -d@file ${URL}`, { method: 'PUT', headers: [['X-A', '…']] }],
  [`curl --url ${URL} --json '{}'`, { method: 'POST', url: URL }],
  [
    `curl -G -d prefix=a --data-urlencode delimiter=b ${URL}`,
    { method: 'GET', url: `${URL}?prefix=a&delimiter=b` }
  ],
  [`curl -IL ${URL}`, { method: 'HEAD' }],
  [`curl -X PUT ${URL} --next -X DELETE https://c.example`, { method: 'PUT', url: URL }],
  [`curl -e https://app.example/a ${URL}`, { pageOrigin: 'https://app.example' }],
  [`curl -s -- ${URL}`, { url: URL }],
  [`PS C:\\> curl.exe -X PUT \`\r\n  "${URL}"`, { method: 'PUT', url: URL }],
  [`curl "${URL}" -H "X-A: a^b" ^\r\n  -X PUT`, { method: 'PUT', url: URL }],
  [
    `curl ^"${URL}?prefix=a^&delimiter=b^" -X PUT & del x`,
    { url: `${URL}?prefix=a&delimiter=b`, method: 'PUT' }
  ]
])('%s', (text, request) => {
  expect(readSymptom(text).symptom?.request).toMatchObject(request);
});

test.each([
  [`curl -K keys.txt ${URL}`, ['--config']],
  [`curl -H @headers.txt ${URL}`, ['--header']]
])('what stands in a file is asked for: %s', (text, options) => {
  const { symptom, problems } = readSymptom(text);
  expect(problems).toMatchObject([{ code: 'curl-files-unread', args: { options } }]);
  expect(symptom?.missing).toContain('headers');
});
