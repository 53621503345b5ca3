/** Headers of an answer as Azure and its emulator give them. */
import type { AnswerHeader, Matched } from '../../../2-bucket/answer.ts';
import { exposedNames, type AzureRule } from './rule.ts';
import type { Fact } from '../../../2-bucket/evidence.ts';
import { spansOf } from '../../../written.ts';

/** Repeats the origin, also where the rule's is `*`. */
export const echoOrigin = (fact: Fact): AnswerHeader<AzureRule> => ({
  name: 'Access-Control-Allow-Origin',
  value: ({ question }) => question.origin,
  fact: () => fact,
  explain: ({ entry, question }) => ({
    code: 'allow-origin-echoed',
    args: { origin: question.origin ?? '' },
    spans: [entry.written.span]
  })
});

/** Repeats the method that was asked for. */
export const echoMethod = (fact: Fact): AnswerHeader<AzureRule> => ({
  name: 'Access-Control-Allow-Methods',
  value: ({ question }) => question.method,
  fact: () => fact,
  explain: ({ question }) => ({
    code: 'allow-methods-echoed',
    args: { method: question.method ?? '' },
    spans: []
  })
});

/** Repeats Access-Control-Request-Headers as it was sent; absent where the preflight had none. */
export const echoHeaders = (fact: Fact): AnswerHeader<AzureRule> => ({
  name: 'Access-Control-Allow-Headers',
  value: ({ question }) => question.requestHeaders,
  fact: () => fact,
  explain: ({ rule, question }) => ({
    code: 'allow-headers-granted',
    args: { headers: question.names },
    spans: rule.headerEntries.map(({ written }) => written.span)
  })
});

/** `true` on the answer to every preflight. */
export const credentialsAlways = (fact: Fact): AnswerHeader<AzureRule> => ({
  name: 'Access-Control-Allow-Credentials',
  value: () => 'true',
  fact: () => fact,
  explain: () => ({ code: 'allow-credentials-always', args: {}, spans: [] })
});

/** There on every answer of a rule, if empty. `sent` are the headers that the answer has beside it. */
export const exposeSent = (
  sent: (matched: Matched<AzureRule>) => readonly string[],
  fact: (matched: Matched<AzureRule>) => Fact
): AnswerHeader<AzureRule> => {
  const exposed = (matched: Matched<AzureRule>): string[] =>
    exposedNames(matched.rule.written.exposeHeaders, sent(matched));
  return {
    name: 'Access-Control-Expose-Headers',
    value: (matched) => exposed(matched).join(','),
    fact,
    explain: (matched) => ({
      code: 'expose-headers-listed',
      args: { headers: exposed(matched) },
      spans: spansOf(matched.rule.written.exposeHeaders)
    })
  };
};

/** On the answers of every rule but one for `*`, for requests of which `said` is true. */
export const varyByOrigin = (
  fact: Fact,
  said: (matched: Matched<AzureRule>) => boolean = () => true
): AnswerHeader<AzureRule> => ({
  name: 'Vary',
  value: (matched) => (matched.entry.pattern.kind !== 'any' && said(matched) ? 'Origin' : null),
  fact: () => fact,
  explain: () => ({ code: 'vary-by-request', args: { headers: ['Origin'] }, spans: [] })
});
