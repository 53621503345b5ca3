/** Headers of an answer as most stores of the S3 lineage give them; a store with a way of its own has it in its file. */
import type { WrittenValue } from '../model.ts';
import type { AnswerHeader, Matched } from './answer.ts';
import type { Fact } from './evidence.ts';
import { spansOf, valuesOf } from '../written.ts';

/** One fact for every answer, or the fact of each. */
export type FactOf<R> = Fact | ((matched: Matched<R>) => Fact);

export const factOf = <R>(fact: FactOf<R>): AnswerHeader<R>['fact'] =>
  typeof fact === 'function' ? fact : () => fact;

/** `*` where the entry that took the origin is `*`, else the origin itself. */
export const allowOrigin = <R>(fact: FactOf<R>): AnswerHeader<R> => ({
  name: 'Access-Control-Allow-Origin',
  value: ({ entry, question }) => (entry.pattern.kind === 'any' ? '*' : question.origin),
  fact: factOf(fact),
  explain: ({ entry, question }) => ({
    ...(entry.pattern.kind === 'any'
      ? { code: 'allow-origin-wildcard', args: {} }
      : { code: 'allow-origin-echoed', args: { origin: question.origin ?? '' } }),
    spans: [entry.written.span]
  })
});

/** `true` wherever the origin is echoed. */
export const allowCredentials = <R>(fact: FactOf<R>): AnswerHeader<R> => ({
  name: 'Access-Control-Allow-Credentials',
  value: ({ entry }) => (entry.pattern.kind === 'any' ? null : 'true'),
  fact: factOf(fact),
  explain: ({ entry }) => ({
    code: 'allow-credentials-echoed',
    args: {},
    spans: [entry.written.span]
  })
});

/** Every method of the rule; `text` is their list as the store joins it. */
export const allowMethods = <R extends { methods: readonly WrittenValue[] }>(
  text: (rule: R) => string,
  fact: FactOf<R>
): AnswerHeader<R> => ({
  name: 'Access-Control-Allow-Methods',
  value: ({ rule }) => text(rule),
  fact: factOf(fact),
  explain: ({ rule: { methods } }) => ({
    code: 'allow-methods-listed',
    args: { methods: valuesOf(methods) },
    spans: spansOf(methods)
  })
});

/** Every exposed header of the rule, as the store joins them; absent where there is none. */
export const exposeHeaders = <R extends { written: { exposeHeaders: readonly WrittenValue[] } }>(
  text: (rule: R) => string,
  fact: FactOf<R>
): AnswerHeader<R> => ({
  name: 'Access-Control-Expose-Headers',
  value: ({ rule }) => text(rule) || null,
  fact: factOf(fact),
  explain: ({ rule: { written } }) => ({
    code: 'expose-headers-listed',
    args: { headers: valuesOf(written.exposeHeaders) },
    spans: spansOf(written.exposeHeaders)
  })
});

/** The rule's max age in seconds; absent where it has none. */
export const maxAge = <R extends { maxAge: string | null; written: MaxAgeWritten }>(
  fact: FactOf<R>
): AnswerHeader<R> => ({
  name: 'Access-Control-Max-Age',
  value: ({ rule }) => rule.maxAge,
  fact: factOf(fact),
  explain: ({ rule: { written, maxAge: seconds } }) => ({
    code: 'max-age-listed',
    args: { seconds: seconds ?? '' },
    spans: written.maxAgeSeconds === null ? [] : [written.maxAgeSeconds.span]
  })
});

interface MaxAgeWritten {
  maxAgeSeconds: WrittenValue | null;
}
