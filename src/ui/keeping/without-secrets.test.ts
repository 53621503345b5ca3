import { describe, expect, it } from 'vitest';
import { readRules } from '#engine';
import { examples } from '../examples/list.ts';
import { keptDraft } from './without-secrets.ts';

const [{ draft }] = examples;
const kept = (rules: string) => keptDraft({ ...draft, rules }, readRules(rules)).rules;

describe('the document as it may be kept', () => {
  it.each(examples.map(({ id, draft }) => [id, draft] as const))(
    'is example %s, but for values that may be anything',
    (_id, draft) => {
      const { request, ...rest } = keptDraft(draft, readRules(draft.rules));
      const named = ({ headers, url, ...others }: typeof request) => ({
        ...others,
        path: new URL(url).pathname,
        headers: headers.map(([name]) => name)
      });
      expect(rest).toEqual({ ...draft, request: undefined });
      expect(named(request)).toEqual(named(draft.request));
    }
  );

  it.each([
    [
      'rules that name a call in a comment',
      '<CORSConfiguration><!-- curl me --></CORSConfiguration>'
    ],
    ['half of rules', draft.rules.slice(0, -30)],
    ['container headers', 'X-Container-Meta-Access-Control-Allow-Origin: https://a.test'],
    ['a word', 'hello'],
    ['nothing', '']
  ])('is letter for letter: %s', (_name, rules) => {
    expect(kept(rules)).toBe(rules);
  });

  it.each([
    `curl -H 'Authorization: Bearer hunter2' https://b.example/`,
    `curl 'https://b.example/?sig=hunter2`,
    `curl -u me:hunter2 https://b.example/`,
    `fetch("https://b.example/", {"headers": {"x-amz-security-token": "hunter2"}`,
    `GET / HTTP/1.1\r\nCookie: a=hunter2\r\n`,
    `Authorization: AWS hunter2`,
    `X-Container-Meta-Access-Control-Allow-Origin: *\nAuthorization: hunter2`
  ])('holds no secret of %s', (rules) => {
    expect(kept(rules)).not.toContain('hunter2');
  });

  it('holds no secret of the request', () => {
    const url = 'https://b.example/k?X-Amz-Signature=hunter2';
    const request = {
      ...draft.request,
      url,
      headers: [['X-Auth-Key', 'hunter2']] as [string, string][]
    };
    const printed = JSON.stringify(keptDraft({ ...draft, request }, readRules(draft.rules)));
    expect(printed).not.toContain('hunter2');
    expect(printed).toContain('X-Auth-Key');
  });
});
