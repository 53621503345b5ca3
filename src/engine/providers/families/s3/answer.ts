/** Headers of an answer as S3 gives them and the stores that took its CORS over. */
import type { AnswerHeader, Matched } from '../../../2-bucket/answer.ts';
import { exposeHeaders, factOf, type FactOf } from '../../../2-bucket/answer-headers.ts';
import type { S3Rule } from './rule.ts';

/** The three headers that S3's answers differ by, always in this order. */
export const S3_VARY = [
  'Origin',
  'Access-Control-Request-Headers',
  'Access-Control-Request-Method'
];

/** On every answer of a rule, also where that is `*`. */
export const varyByRequest = (fact: FactOf<S3Rule>): AnswerHeader<S3Rule> => ({
  name: 'Vary',
  value: () => S3_VARY.join(', '),
  fact: factOf(fact),
  explain: () => ({ code: 'vary-by-request', args: { headers: S3_VARY }, spans: [] })
});

/** The headers that were asked for, in lower case; absent where none were. A rule answers only if it allows them all. */
export const allowRequestedHeaders = (fact: FactOf<S3Rule>): AnswerHeader<S3Rule> => {
  const granted = ({ question }: Matched<S3Rule>): string[] =>
    question.names.map((name) => name.toLowerCase());
  return {
    name: 'Access-Control-Allow-Headers',
    value: (matched) =>
      matched.question.requestHeaders === null ? null : granted(matched).join(', ').trim(),
    fact: factOf(fact),
    explain: (matched) => ({
      code: 'allow-headers-granted',
      args: { headers: granted(matched) },
      spans: matched.rule.headerEntries.map(({ written }) => written.span)
    })
  };
};

/** Every exposed header of the rule; there, if empty, wherever the rule lists one. */
export const exposeAll = (fact: FactOf<S3Rule>): AnswerHeader<S3Rule> => ({
  ...exposeHeaders<S3Rule>(({ exposeHeaders: names }) => names ?? '', fact),
  value: ({ rule }) => rule.exposeHeaders
});

/** The same header in the spelling of a store that writes its names in lower case. */
export const inLowerCase = <R>(header: AnswerHeader<R>): AnswerHeader<R> => ({
  ...header,
  name: header.name.toLowerCase()
});
