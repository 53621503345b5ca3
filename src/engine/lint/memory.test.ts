import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readRules } from '../1-read/read-rules.ts';
import { writeIn } from '../1-read/losses.ts';
import { ruleAt } from '../1-read/plain.ts';
import { providers } from '../providers/providers.ts';
import { CHECKS } from './all-checks.ts';
import { PLAIN } from './example.ts';
import { lint } from './lint.ts';
import { LintMemory } from './memory.ts';

/** Values of every check's examples, good and bad, so that each check has something to find. */
const rules = CHECKS.flatMap(({ examples }) =>
  [...examples.bad, ...examples.good].flatMap((example) =>
    'rules' in example && example.rules ? example.rules : []
  )
);
const written = rules.map((own) => ({
  ...PLAIN,
  ...JSON.parse(JSON.stringify(own).replace(/[«»]/g, ''))
}));
const some = fc.array(fc.constantFrom(...written), { maxLength: 6 });
/** A text, and what is typed into it: where, how much of it is replaced, and by what. */
const typed = fc.tuple(
  fc.nat(),
  fc.nat(9),
  fc.constantFrom('', 'a', '/', '*', ' ', '<', '\n', '"', '}')
);

describe.each(providers.map((provider) => [provider.id, provider] as const))(
  '%s',
  (_, provider) => {
    test('finds with a memory of former texts what it finds without', () => {
      const [format = 's3-xml'] = provider.formats;
      fc.assert(
        fc.property(
          some,
          fc.array(typed, { maxLength: 8 }),
          fc.boolean(),
          (plain, edits, credentials) => {
            const memory = new LintMemory();
            const all = { rules: plain.map((rule) => ruleAt(rule, 0)), responseVary: null };
            let { text } = writeIn(all, format);
            for (const [at, length, insert] of [[0, 0, ''] as const, ...edits]) {
              const from = at % (text.length + 1);
              text = text.slice(0, from) + insert + text.slice(from + length);
              const read = readRules(text);
              const found = lint(read, text, provider, { credentials, memory });
              expect(found).toEqual(lint(read, text, provider, { credentials }));
            }
          }
        ),
        { numRuns: 25 }
      );
    });
  }
);

test('tells again what it found, at the place where it stands now', () => {
  const [provider] = providers;
  const memory = new LintMemory();
  const text =
    '<CORSConfiguration><CORSRule><AllowedOrigin>https://a.test/</AllowedOrigin><AllowedMethod>GET</AllowedMethod></CORSRule></CORSConfiguration>';
  const findIn = (one: string) => lint(readRules(one), one, provider!, { memory });
  const [first] = findIn(text);
  const [again] = findIn(`\n\n${text}`);
  expect(again).toEqual({
    ...first,
    span: { from: first!.span.from + 2, to: first!.span.to + 2 }
  });
});
