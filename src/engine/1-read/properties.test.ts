import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { LIST_FIELDS, type Change, type PlainRule, type RuleSet, type Span } from '../model.ts';
import { applyChange, applyEdits } from './change.ts';
import { anyChange } from './changes.testdata.ts';
import { changeText } from './change-text.ts';
import type { ReadResult } from './format.ts';
import { FORMATS, formatOf, readRules } from './read-rules.ts';
import { plainRule, valueAt, ruleAt } from './plain.ts';
import { PLURAL, RULE_KEYS, SINGULAR, type RuleNames } from './rule-key.ts';
import { escapeText } from './xml/text.ts';

/** The machine may be busy with other tests. */
vi.setConfig({ testTimeout: 60_000 });

const piece = fc.oneof(
  fc.constantFrom(
    '&',
    '<',
    '>',
    '"',
    "'",
    ' ',
    '\t',
    '\n',
    '\r',
    '\r\n',
    ']]>',
    '&amp;',
    '\\',
    '*'
  ),
  fc.constantFrom('https://', 'a.test', '</ID>', '//', '/*', 'é', '漢', '\u{1f600}', '\ud800', ','),
  fc.string({ maxLength: 6 }),
  fc.string({ unit: 'binary', maxLength: 3 })
);
const value = fc.array(piece, { maxLength: 4 }).map((pieces) => pieces.join(''));
const values = fc.array(value, { maxLength: 3 });
const age = fc.oneof(fc.nat().map(String), fc.constantFrom('-1', '1.5', '007', '1e3', '', 'abc'));
const rule: fc.Arbitrary<PlainRule> = fc.record({
  id: fc.option(value),
  allowedOrigins: values,
  allowedMethods: values,
  allowedHeaders: values,
  exposeHeaders: values,
  maxAgeSeconds: fc.option(age)
});
const rules = fc.array(rule, { maxLength: 3 });
const vary = fc.option(fc.constantFrom('true', 'false', 'TRUE', ''));

const plain = ({ rules, responseVary }: RuleSet) => ({
  rules: rules.map(plainRule),
  responseVary: responseVary?.value ?? null
});

/** Those that can say every rule set; the others have tests of their own. */
const whole = FORMATS.filter(({ holds }) => holds === undefined);

describe.each(whole.map((format) => [format.id, format] as const))('%s', (id, format) => {
  test('what is printed reads back', () => {
    fc.assert(
      fc.property(rules, vary, (written, responseVary) => {
        const held = format.holdsResponseVary ? responseVary : null;
        const ruleSet: RuleSet = {
          rules: written.map((one) => ruleAt(one, 0)),
          responseVary: held === null ? null : valueAt(held, 0)
        };
        const text = format.print(ruleSet);
        const read = readRules(text);
        expect(plain(read.ruleSet)).toEqual(plain(ruleSet));
        expect(text.endsWith('\n')).toBe(true);
        if (written.some(({ allowedOrigins }) => allowedOrigins.length > 0)) {
          expect(read.format).toBe(id);
        }
      })
    );
  });
});

/** How a text is laid out: what parts its lines, and how deep each is indented. */
interface TextLayout {
  lineEnd: string;
  unit: string;
}
const layout: fc.Arbitrary<TextLayout> = fc.oneof(
  fc.constant({ lineEnd: '', unit: '' }),
  fc.record({
    lineEnd: fc.constantFrom('\n', '\r\n'),
    unit: fc.constantFrom('', ' ', '  ', '    ', '\t')
  })
);

function writeXml(written: PlainRule[], { lineEnd, unit }: TextLayout, decorated: boolean): string {
  const line = (depth: number, text: string) => lineEnd + unit.repeat(depth) + text;
  const fields = (one: PlainRule) =>
    RULE_KEYS.toReversed().flatMap((key) =>
      [one[key] ?? []].flat().map((text) => {
        const tag = SINGULAR[key];
        if (decorated && text === '') return line(2, `<${tag} />`);
        return line(2, `<${tag}>${escapeText(text)}${decorated ? '<!-- & -->' : ''}</${tag}>`);
      })
    );
  const body = written.map((one) =>
    decorated && fields(one).length === 0
      ? line(1, '<CORSRule/>')
      : line(1, `<CORSRule>${fields(one).join('')}${line(1, '</CORSRule>')}`)
  );
  if (body.length === 0 && decorated) return '<CORSConfiguration/>';
  return `<CORSConfiguration>${body.join('')}${line(0, '</CORSConfiguration>')}`;
}

function jsonRule(one: PlainRule, names: RuleNames, lone: boolean): object {
  const members = RULE_KEYS.toReversed().flatMap((key) => {
    const held = one[key];
    if (held === null) return [];
    const single = Array.isArray(held) && lone && held.length === 1 ? held[0] : held;
    return [[names[key], single] as const];
  });
  return Object.fromEntries(members);
}

/** A rule as `wrangler` has it, its members in reverse. */
function wranglerRule(one: PlainRule): object {
  const { id, allowedOrigins, allowedMethods, allowedHeaders, exposeHeaders, maxAgeSeconds } = one;
  return {
    ...(maxAgeSeconds !== null && { maxAgeSeconds }),
    exposeHeaders,
    ...(allowedMethods.length > 0 && {
      allowed: { headers: allowedHeaders, methods: allowedMethods, origins: allowedOrigins }
    }),
    ...(id !== null && { id })
  };
}

const document: fc.Arbitrary<string> = fc
  .record({
    rules,
    layout,
    decorated: fc.boolean(),
    names: fc.constantFrom(PLURAL, SINGULAR),
    shape: fc.constantFrom('xml', 'list', 'CORSRules', 'CORSRule', 'wrapped', 'wrangler')
  })
  .map(({ rules: written, layout, decorated, names, shape }) => {
    if (shape === 'xml') return writeXml(written, layout, decorated);
    const python = shape === 'CORSRule';
    const list = written.map((one) => jsonRule(one, python ? SINGULAR : names, decorated));
    const root = {
      list,
      CORSRules: { CORSRules: list, ResponseVary: 'true' },
      CORSRule: { CORSRule: list },
      wrapped: { CORSConfiguration: { CORSRules: list } },
      wrangler: { rules: written.map(wranglerRule) }
    }[shape];
    const text = JSON.stringify(root, null, layout.unit);
    return layout.unit === '' ? text : text.replaceAll('\n', layout.lineEnd);
  });

/** What formats print of any rule set, even where they cannot say all of it. */
const printed: fc.Arbitrary<string> = fc
  .tuple(rules, fc.constantFrom(...FORMATS.filter(({ id }) => id.startsWith('azure-'))))
  .map(([written, format]) =>
    format.print({ rules: written.map((one) => ruleAt(one, 0)), responseVary: null }).trimEnd()
  );
const anyDocument = fc.oneof({ weight: 2, arbitrary: document }, printed);

/** True where `ResponseVary` has a place. */
const holdsVary = (text: string): boolean => text.startsWith('<') || text.includes('"CORSRule');

const changeOf = (text: string): fc.Arbitrary<Change> =>
  anyChange(readRules(text).ruleSet.rules.map(plainRule), rule, value, holdsVary(text));

/** True where the spans follow each other inside the text. */
function ordered(text: string, spans: readonly Span[]): boolean {
  const ends = spans.flatMap(({ from, to }) => [from, to]);
  return [0, ...ends].every((end, at) => end <= (ends[at] ?? text.length));
}

describe('a change of the text is the change of its rules', () => {
  const changed = document.chain((text) => fc.tuple(fc.constant(text), changeOf(text)));

  test('one at a time', () => {
    fc.assert(
      fc.property(changed, ([text, change]) => {
        const read = readRules(text);
        const edits = formatOf(read.format ?? 's3-xml').edit(text, read.ruleSet)(change);
        expect(
          ordered(
            text,
            edits.map(({ span }) => span)
          )
        ).toBe(true);
        const after = readRules(applyEdits(text, edits));
        expect(plain(after.ruleSet)).toEqual(plain(applyChange(read.ruleSet, change)));
        expect(after.complete).toBe(read.complete);
      }),
      { numRuns: 500 }
    );
  });

  test('several, counted in the text as it was', () => {
    const many = document.chain((text) =>
      fc.tuple(fc.constant(text), fc.array(changeOf(text), { maxLength: 4 }))
    );
    fc.assert(
      fc.property(many, ([text, changes]) => {
        const read = readRules(text);
        const { edits, text: result } = changeText(read, text, changes);
        expect(
          ordered(
            text,
            edits.map(({ span }) => span)
          )
        ).toBe(true);
        expect(applyEdits(text, edits)).toBe(result);
        expect(plain(readRules(result).ruleSet)).toEqual(
          plain(changes.reduce(applyChange, read.ruleSet))
        );
      }),
      { numRuns: 200 }
    );
  });

  test('an empty text becomes a document', () => {
    fc.assert(
      fc.property(fc.constantFrom('', '\n', ' \r\n', '\ufeff'), rule, (text, added) => {
        const change: Change = { kind: 'insert-rule', at: 0, rule: added };
        const { text: result } = changeText(readRules(text), text, [change]);
        expect(plain(readRules(result).ruleSet).rules).toEqual([added]);
      })
    );
  });
});

/** What is wrong with what was read, whatever the text. */
function unsound(
  text: string,
  { problems, ruleSet, syntax, complete, wrapping }: ReadResult
): unknown[] {
  const disordered = problems.filter(
    ({ span }, at) => span.from < (problems[at - 1]?.span.from ?? 0)
  );
  const written = ruleSet.rules.flatMap((read) => [
    ...[read.id ?? [], read.maxAgeSeconds ?? []].flat(),
    ...LIST_FIELDS.flatMap((field) => read[field])
  ]);
  const outside = [...problems, ...ruleSet.rules, ...written].filter(
    ({ span }) => !ordered(text, [span])
  );
  // What a wrapping makes of a value's own spelling is for its tests: escapes stand in escapes there, and signs for signs.
  const undecoded = written.filter(
    ({ span, value }) =>
      complete && wrapping === undefined && decode(text.slice(span.from, span.to), syntax) !== value
  );
  const unseen = problems.filter(({ span }) => span.from === span.to);
  return [...disordered, ...outside, ...undecoded, ...unseen];
}

/** The value that a piece of a text stands for. */
function decode(piece: string, syntax: ReadResult['syntax']): string | undefined {
  if (syntax === 'xml')
    return readRules(`<CORSRule><ID>${piece}</ID></CORSRule>`).ruleSet.rules[0]?.id?.value;
  try {
    return JSON.parse(`"${piece}"`) as string;
  } catch {
    return piece;
  }
}

describe('any text is read soundly', () => {
  test('whole documents, and what breaks off anywhere', () => {
    fc.assert(
      fc.property(anyDocument, (text) => {
        expect(unsound(text, readRules(text))).toEqual([]);
        for (let end = 1; end < text.length; end++) {
          const prefix = text.slice(0, end);
          const read = readRules(prefix);
          const found = [unsound(prefix, read), read.syntax === null, read.problems.length === 0];
          expect([prefix, ...found]).toEqual([prefix, [], false, false]);
        }
      }),
      { numRuns: 15 }
    );
  });

  test('documents with pieces lost, doubled and put in', () => {
    const token = fc.constantFrom(
      '<',
      '>',
      '</',
      '/>',
      '<!--',
      ']]>',
      '&',
      '"',
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      "'",
      '\\',
      '\n',
      '<ID>',
      '<!DOCTYPE',
      '<?',
      '//',
      '/*'
    );
    const cut = fc.record({ at: fc.nat(), length: fc.nat(12), put: fc.oneof(token, value) });
    fc.assert(
      fc.property(anyDocument, fc.array(cut, { minLength: 1, maxLength: 3 }), (whole, cuts) => {
        const text = cuts.reduce((before, { at, length, put }) => {
          const from = at % (before.length + 1);
          return before.slice(0, from) + put + before.slice(from + length);
        }, whole);
        expect(unsound(text, readRules(text))).toEqual([]);
      }),
      { numRuns: 500 }
    );
  });

  test('texts of no kind', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('', '<', '{', '['),
        fc.string({ unit: 'binary' }),
        (first, rest) => {
          expect(unsound(first + rest, readRules(first + rest))).toEqual([]);
        }
      ),
      { numRuns: 500 }
    );
  });
});

describe('reading takes time in proportion to the text', () => {
  const hostile = [
    '<',
    '<a>',
    '<a',
    '<a<b',
    '<a></b>',
    '<r><a><b>',
    '</a>',
    '<?',
    '<!--',
    '<![CDATA[',
    '<!DOCTYPE ',
    '&',
    '<a b="',
    '[',
    '{',
    '{"a":',
    '["',
    "['",
    '/*',
    '[:',
    '[,',
    '{]',
    '["a":'
  ];

  test.each(hostile)('%s again and again', (piece) => {
    const text = `${piece.startsWith('&') ? '<a>' : piece.startsWith('/') ? '[' : ''}${piece.repeat(200_000 / piece.length)}`;
    const start = performance.now();
    expect(readRules(text).complete).toBe(false);
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});
