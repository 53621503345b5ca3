import { describe, expect, it } from 'vitest';
import type { StoredDocument } from '../document.ts';
import { newRevision, parseDocument, printDocument as print, revisionOf } from './stored.ts';

const printDocument = (kept: StoredDocument): string => print(kept, 'x');

const kept: StoredDocument = {
  draft: {
    provider: 'tencent-cos',
    chosen: true,
    rules: '<CORSConfiguration>\n</CORSConfiguration>',
    request: {
      pageOrigin: 'https://app.example.com',
      method: 'PUT',
      url: 'https://media-1250000000.cos.ap-guangzhou.myqcloud.com/photo.png',
      headers: [['content-type', 'image/png']],
      credentials: 'omit',
      needs: ['ETag']
    },
    engine: 'webkit'
  },
  readable: null
};

const withRequest = (change: object): string =>
  printDocument({
    ...kept,
    draft: { ...kept.draft, request: { ...kept.draft.request, ...change } }
  });

describe('parseDocument', () => {
  it('gives back what was printed', () => {
    expect(parseDocument(printDocument(kept))).toEqual(kept);
    const stale = { ...kept, readable: '<CORSConfiguration/>' };
    expect(parseDocument(printDocument(stale))).toEqual(stale);
  });

  it.each([
    ['nothing', ''],
    ['half a document', printDocument(kept).slice(0, 40)],
    ['null', 'null'],
    ['a number', '7'],
    ['an array', '[]'],
    ['another version', printDocument(kept).replace('"version":1', '"version":2')],
    ['no draft', '{"version":1,"readable":null}'],
    [
      'a store named as a property of every object',
      printDocument(kept).replace('tencent-cos', '__proto__')
    ],
    ['an unknown store', printDocument(kept).replace('tencent-cos', 'nowhere')],
    [
      'rules that are no text',
      printDocument({ ...kept, draft: { ...kept.draft, rules: 5 as never } })
    ],
    ['an origin that is no text', withRequest({ pageOrigin: null })],
    ['a method that is no text', withRequest({ method: {} })],
    ['an unknown credentials mode', withRequest({ credentials: 'always' })],
    ['headers that are no list', withRequest({ headers: 'content-type' })],
    ['a header without a value', withRequest({ headers: [['content-type']] })],
    ['a header value that is no text', withRequest({ headers: [['content-type', 1]] })],
    ['needs that are no list', withRequest({ needs: 'ETag' })],
    ['a need that is no text', withRequest({ needs: [null] })]
  ])('refuses %s', (_name, stored) => {
    expect(parseDocument(stored)).toBeNull();
  });

  it('drops fields that it does not know', () => {
    const stored = withRequest({ extra: 1 }).replace('{"version"', '{"more":2,"version"');
    expect(parseDocument(stored)).toEqual(kept);
  });

  it.each([
    ['of before there was a choice', ''],
    ['whose choice is no choice', '"chosen":"yes",']
  ])('takes the store of a document %s for a guess', (_name, chosen) => {
    const stored = printDocument(kept).replace('"chosen":true,', chosen);
    expect(parseDocument(stored)).toEqual({ ...kept, draft: { ...kept.draft, chosen: false } });
  });

  it.each([
    ['of before there were browsers', ''],
    ['whose browser is none', ',"engine":"mosaic"']
  ])('reads a document %s', (_name, engine) => {
    const stored = printDocument(kept).replace(',"engine":"webkit"', engine);
    expect(parseDocument(stored)).toEqual({
      ...kept,
      draft: { ...kept.draft, engine: 'chromium' }
    });
  });

  it('takes a last readable text that is no text for none', () => {
    expect(parseDocument(printDocument({ ...kept, readable: 3 as never }))).toEqual(kept);
  });
});

describe('a revision', () => {
  it('is read back', () => {
    expect(revisionOf(print(kept, '1-2'))).toBe('1-2');
  });

  it.each(['', '{', 'null', '{"revision":1}', '{}'])('is none in %s', (stored) => {
    expect(revisionOf(stored)).toBeNull();
  });

  it('is another one each time', () => {
    expect(newRevision()).not.toBe(newRevision());
  });
});
