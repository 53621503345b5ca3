import type { AnswerHeader, Matched } from '../../../2-bucket/answer.ts';
import { maxAge } from '../../../2-bucket/answer-headers.ts';
import type { Fact } from '../../../2-bucket/evidence.ts';
import { headerEntry } from '../../../2-bucket/header-patterns.ts';
import type { RgwRule } from './rule.ts';
import { spansOf, valuesOf } from '../../../written.ts';

/** The headers in the gateway's order; all of them are absent where Access-Control-Allow-Origin would be empty. */
export function rgwAnswer(
  allowedOrigin: (matched: Matched<RgwRule>) => string,
  { recorded, unrecorded }: { recorded: Fact; unrecorded: Fact }
): AnswerHeader<RgwRule>[] {
  const headers: AnswerHeader<RgwRule>[] = [
    {
      name: 'Access-Control-Allow-Origin',
      value: allowedOrigin,
      fact: () => recorded,
      explain: (matched) => ({
        ...(allowedOrigin(matched) === '*'
          ? { code: 'allow-origin-wildcard', args: {} }
          : { code: 'allow-origin-echoed', args: { origin: allowedOrigin(matched) } }),
        spans: [(matched.rule.anyOrigin ?? matched.entry).written.span]
      })
    },
    {
      name: 'Vary',
      value: (matched) => (allowedOrigin(matched) === '*' ? null : 'Origin'),
      fact: () => recorded,
      explain: () => ({ code: 'vary-by-request', args: { headers: ['Origin'] }, spans: [] })
    },
    {
      name: 'Access-Control-Allow-Methods',
      value: ({ question }) => question.method,
      fact: () => recorded,
      explain: ({ rule, question }) => ({
        code: 'allow-methods-echoed',
        args: { method: question.method ?? '' },
        spans: rule.methods.filter(({ value }) => value === question.method).map(({ span }) => span)
      })
    },
    {
      name: 'Access-Control-Allow-Headers',
      value: (matched) => granted(matched).join(','),
      fact: (matched) =>
        granted(matched).length === 0 || granted(matched).length === matched.question.names.length
          ? recorded
          : unrecorded,
      explain: (matched) => ({
        code: 'allow-headers-granted',
        args: { headers: granted(matched) },
        spans: granted(matched).flatMap(
          (name) => headerEntry(matched.rule, name)?.written.span ?? []
        )
      })
    },
    {
      name: 'Access-Control-Expose-Headers',
      value: ({ rule }) => rule.exposeHeaders,
      fact: () => recorded,
      explain: ({ rule: { written } }) => ({
        code: 'expose-headers-listed',
        args: { headers: valuesOf(written.exposeHeaders) },
        spans: spansOf(written.exposeHeaders)
      })
    },
    maxAge<RgwRule>(recorded)
  ];
  return headers.map((header) => ({
    ...header,
    value: (matched) => (allowedOrigin(matched) === '' ? null : header.value(matched) || null)
  }));
}

/** The requested headers that the rule allows, as they were sent; a preflight gets here only with all of them allowed. */
const granted = ({ rule, question }: Matched<RgwRule>): string[] =>
  question.names.filter((name) => headerEntry(rule, name) !== undefined);
