import { describe, expect, test } from 'vitest';
import { plainRule, readRules } from '#engine';
import { keptText } from './without-secrets.ts';

const kept = (text: string): string => keptText({ text, read: readRules(text) });

const RULE =
  "{ allowedOrigin: ['https://app.example.com'], allowedMethod: ['PUT'], allowedHeader: ['*'] }";
const JSON_RULE =
  '{"AllowedOrigins":["https://app.example.com"],"AllowedMethods":["PUT"],"AllowedHeaders":["*"]}';
const XML_RULES =
  '<CORSConfiguration><CORSRule><AllowedOrigin>*</AllowedOrigin><AllowedMethod>PUT</AllowedMethod></CORSRule></CORSConfiguration>';

describe('of a text in which rules stand, the rules are kept and nothing secret', () => {
  test.each([
    `const client = new OSS({ accessKeyId: 'hunter2', accessKeySecret: "hunter2" });\nawait client.putBucketCORS('b', [${RULE}]);`,
    `// don't tell\nconst c = new OSS('hunter2', 'hunter2');\nc.putBucketCORS('b', [\n  ${RULE},\n  ${RULE}\n]);`,
    `s3 = boto3.client('s3', aws_secret_access_key='hunter2')\ns3.put_bucket_cors(Bucket='b', CORSConfiguration={'CORSRules': [${JSON_RULE}]})`,
    `AWS_SECRET_ACCESS_KEY=hunter2 aws s3api put-bucket-cors --bucket b --cors-configuration '{"CORSRules":[${JSON_RULE}]}' --profile hunter2`,
    `curl -X PUT 'https://b.example/?cors&sig=hunter2' -H 'X-Mine: hunter2' -d '${XML_RULES}'`,
    `mc alias set me https://minio.example hunter2 hunter2\ncat > cors.xml <<EOF\n${XML_RULES}\nEOF\nmc cors set me/b cors.xml --token hunter2`,
    `The key is hunter2, and these are the rules:\n\n\`\`\`json\n[${JSON_RULE}]\n\`\`\`\n\nPassword: hunter2`
  ])('%s', (text) => {
    const before = readRules(text);
    const stored = kept(text);
    expect(before.wrapping).toBeDefined();
    expect(stored).not.toContain('hunter2');
    const after = readRules(stored);
    expect(after.ruleSet.rules.map(plainRule)).toEqual(before.ruleSet.rules.map(plainRule));
    expect(before.ruleSet.rules.length).toBeGreaterThan(0);
  });
});

describe('a call is none of the rules, and its values are not kept', () => {
  test.each([
    `{"log":{"entries":[{"request":{"method":"PUT","url":"https://b.example/","headers":[{"name":"Cookie","value":"hunter2"}]}}]}}`,
    `{"log":{"entries":[{"request":{"method":"PUT","headers":[{"name":"Origin","value":"https://a.example"},{"name":"Cookie","value":"hunter2"}]},"response":{"headers":[]}}]}}`,
    `fetch("https://b.example/k", { method: "PUT", headers: { "X-Auth-Token": "hunter2", Origin: "https://a.example" } })`,
    `axios({ method: 'put', url: 'https://b.example/k', headers: { 'X-Key': 'hunter2' }, data: file })`,
    `curl -X PUT 'https://b.example/k' -H 'Origin: https://a.example' -H 'X-Key: hunter2' --data '{"method":"PUT","headers":["hunter2"],"url":"x"}'`,
    `PUT /k HTTP/1.1\nOrigin: https://a.example\nAuthorization: hunter2\nAccess-Control-Request-Method: PUT`
  ])('%s', (text) => {
    expect(readRules(text)).toMatchObject({ format: null, ruleSet: { rules: [] } });
    expect(kept(text)).not.toContain('hunter2');
  });
});

test('rules and no more are kept letter for letter', () => {
  const text = `[${JSON_RULE}]`;
  expect(kept(text)).toBe(text);
});
