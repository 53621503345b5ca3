import { describe, expect, test } from 'vitest';
import { examples } from '../examples/list.ts';
import { Workbench } from '../workbench.svelte.ts';

const { draft } = examples[0];
const URL = 'https://b-1250000000.cos.ap-guangzhou.myqcloud.com/k';
const CONSOLE = `Access to fetch at '${URL}' from origin 'https://app.example.com' has been blocked by CORS policy: Method PUT is not allowed by Access-Control-Allow-Methods in preflight response.`;

/** A page that was filled from the text. */
function filledFrom(text: string): Workbench {
  const workbench = new Workbench(draft);
  workbench.inquiry.text = text;
  workbench.inquiry.use();
  return workbench;
}

describe('using a text', () => {
  test('fills what it tells in one write, and forgets what belonged to the call before', () => {
    const { draft: now } = filledFrom(CONSOLE);
    expect(now).toEqual({
      ...draft,
      request: {
        pageOrigin: 'https://app.example.com',
        url: URL,
        method: 'PUT',
        headers: [],
        credentials: 'omit',
        needs: []
      }
    });
  });

  test('keeps origin, address and method until they are answered', () => {
    const { request } = filledFrom('TypeError: Failed to fetch').draft;
    const { pageOrigin, url, method } = draft.request;
    expect(request).toMatchObject({ pageOrigin, url, method, headers: [] });
  });

  test('chooses the store that a library is for', () => {
    const workbench = new Workbench({ ...draft, provider: 'aws-s3' });
    workbench.inquiry.text = 'get ETag error, please add "ETag" to CORS ExposeHeader setting.';
    workbench.inquiry.use();
    expect(workbench.draft).toMatchObject({ provider: 'tencent-cos', chosen: true });
  });

  test('empties the editor where the text stood there', () => {
    const workbench = new Workbench({ ...draft, rules: CONSOLE });
    workbench.inquiry.show(CONSOLE);
    workbench.inquiry.use();
    expect(workbench.draft.rules).toBe('');
  });

  test('of no known kind changes nothing', () => {
    const workbench = filledFrom('hello');
    expect(workbench.draft).toEqual(draft);
    expect(workbench.inquiry.symptom).toBeNull();
  });
});

describe('questions', () => {
  test('come one at a time, the rules first and all of their text marked', () => {
    const workbench = filledFrom(CONSOLE);
    const { inquiry } = workbench;
    expect(inquiry.questions).toEqual(['rules', 'headers']);
    expect(workbench.shown).toBe('rules');
    expect(workbench.asked).toEqual({ from: 0, to: draft.rules.length });
    expect(inquiry.agreement).toBeNull();
    inquiry.answer('rules');
    expect(inquiry.question).toBe('headers');
    expect(workbench.shown).toBe('verdict');
  });

  test('are answered in the request', () => {
    const { inquiry, draft: first } = filledFrom(CONSOLE);
    expect(first.request.headers).toEqual([]);
    inquiry.answer('rules');
    inquiry.answer('headers', { headers: [['x-cos-acl', '']] });
    expect(inquiry.question).toBeNull();
    expect(inquiry.agreement).toEqual({ kind: 'differs' });
  });

  test('are none where no rule has a part in it', () => {
    expect(filledFrom('net::ERR_NAME_NOT_RESOLVED').inquiry.questions).toEqual([]);
  });
});

test('a line of one browser chooses that browser, a line of none leaves it', () => {
  const firefox =
    'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at https://b.s3.amazonaws.com/k. (Reason: CORS header ‘Access-Control-Allow-Origin’ missing). Status code: 403.';
  expect(filledFrom(firefox).draft.engine).toBe('firefox');
  expect(filledFrom('403 AccessForbidden').draft.engine).toBe(draft.engine);
});

test('undo puts back the whole document, dismiss only closes', () => {
  const workbench = filledFrom(CONSOLE);
  workbench.update({ rules: '' });
  workbench.inquiry.undo();
  expect(workbench.draft).toEqual(draft);
  expect(workbench.inquiry.symptom).toBeNull();

  workbench.inquiry.use();
  workbench.inquiry.dismiss();
  expect(workbench.draft.request.url).toBe(URL);
  expect(workbench.inquiry.symptom).toBeNull();
  expect(workbench.inquiry.text).toBe(CONSOLE);
});
