/** What holds for every template, whatever stands in it. */
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { LIST_FIELDS, type Change, type PlainRule, type RuleSet, type Span } from '../model.ts';
import { applyChange, applyEdits } from './change.ts';
import { anyChange } from './changes.testdata.ts';
import { CLOUDFORMATION_NAMES, templateOf } from './formats/cloudformation/place.ts';
import { FORMATS, formatOf, readRules } from './read-rules.ts';
import { ruleObject } from './tree/print.ts';
import { plainRule, valueAt, ruleAt } from './plain.ts';
import { isPlain, quoteYaml } from './yaml/print.ts';

/** The machine may be busy with other tests. */
vi.setConfig({ testTimeout: 60_000 });

const piece = fc.oneof(
  fc.constantFrom(
    '"',
    "'",
    ' ',
    '\t',
    '\n',
    '\r\n',
    '\\',
    '*',
    '${',
    '%{',
    '$',
    '}',
    '#',
    ': ',
    '- '
  ),
  fc.constantFrom(
    'https://a.test',
    '//',
    '/*',
    'é',
    '漢',
    '\u{1f600}',
    '\ud800',
    ',',
    '!Ref',
    '&a',
    '\u2028',
    '\ufeff'
  ),
  fc.string({ maxLength: 6 }),
  fc.string({ unit: 'binary', maxLength: 3 })
);
const value = fc.array(piece, { maxLength: 4 }).map((pieces) => pieces.join(''));
const values = fc.array(value, { maxLength: 3 });
const rule: fc.Arbitrary<PlainRule> = fc.record({
  id: fc.option(value),
  allowedOrigins: values,
  allowedMethods: values,
  allowedHeaders: values,
  exposeHeaders: values,
  maxAgeSeconds: fc.option(fc.oneof(fc.nat().map(String), fc.constantFrom('-1', '1.5', '007', '')))
});
const rules = fc.array(rule, { maxLength: 3 });

const plain = ({ rules, responseVary }: RuleSet) => ({
  rules: rules.map(plainRule),
  responseVary: responseVary?.value ?? null
});
const setOf = (written: readonly PlainRule[]): RuleSet => ({
  rules: written.map((one) => ruleAt(one, 0)),
  responseVary: null
});

/** The rule with what the format of one provider cannot leave out or say. */
const FITTED: Readonly<Record<string, (rule: PlainRule) => PlainRule>> = {
  'terraform-google': (one) => {
    const headers = [...new Set(one.allowedHeaders)];
    return { ...one, id: null, allowedHeaders: headers, exposeHeaders: headers };
  },
  'terraform-azure': (one) => ({ ...one, id: null, maxAgeSeconds: one.maxAgeSeconds ?? '7' }),
  'terraform-tencentcloud': (one) => ({ ...one, id: null }),
  'terraform-alicloud': (one) => ({ ...one, id: null }),
  'terraform-huaweicloud': (one) => ({ ...one, id: null }),
  'terraform-b2': (one) => ({
    ...one,
    id: one.id ?? 'named',
    maxAgeSeconds: one.maxAgeSeconds ?? '7'
  })
};
const templates = FORMATS.filter(({ isTemplate }) => isTemplate === true);
const fitted = (id: string) => FITTED[id] ?? ((one: PlainRule) => one);

describe.each(templates.map((format) => [format.id, format] as const))('%s', (id, format) => {
  const held = rules.map((written) => written.map(fitted(id)));

  test('what is printed reads back', () => {
    fc.assert(
      fc.property(held, fc.constantFrom(null, 'true', 'false'), (written, vary) => {
        const flag = vary === null || !format.holdsResponseVary ? null : valueAt(vary, 0);
        const ruleSet = { ...setOf(written), responseVary: flag };
        expect(format.holds?.(ruleSet) ?? true).toBe(true);
        const read = readRules(format.print(ruleSet));
        expect([read.format, read.complete]).toEqual([id, true]);
        expect(plain(read.ruleSet)).toEqual(plain(ruleSet));
      })
    );
  });

  test('a change of the text is the change of its rules', () => {
    const changed = held.chain((written) =>
      fc.tuple(
        fc.constant(format.print(setOf(written))),
        anyChange(written, rule.map(fitted(id)), value, format.holdsResponseVary)
      )
    );
    fc.assert(
      fc.property(changed, ([text, change]) => {
        fc.pre(id !== 'terraform-google' || !changesHeaders(change));
        const read = readRules(text);
        const after = readRules(applyEdits(text, format.edit(text, read.ruleSet)(change)));
        const wanted = applyChange(read.ruleSet, change);
        expect(plain(after.ruleSet).rules.map(fitted(id))).toEqual(
          plain(wanted).rules.map(fitted(id))
        );
      })
    );
  });

  test('what breaks off anywhere is read soundly', () => {
    fc.assert(
      fc.property(held, (written) => {
        const text = format.print(setOf(written));
        for (let end = 1; end < text.length; end += 3) {
          const prefix = text.slice(0, end);
          expect([prefix, unsound(prefix)]).toEqual([prefix, []]);
        }
      }),
      { numRuns: 10 }
    );
  });
});

/** There allowed and exposed headers are one list, so that a change of one is one of both. */
const changesHeaders = (change: Change): boolean =>
  'field' in change && /headers$/i.test(change.field);

/** What is wrong with what was read, whatever the text. */
function unsound(text: string): unknown[] {
  const { problems, ruleSet, complete } = readRules(text);
  const inside = ({ from, to }: Span) => 0 <= from && from <= to && to <= text.length;
  const written = ruleSet.rules.flatMap((one) => LIST_FIELDS.flatMap((field) => one[field]));
  return [
    ...[...problems, ...ruleSet.rules, ...written].filter(({ span }) => !inside(span)),
    ...problems.filter(({ span }) => span.from === span.to),
    ...(complete || problems.length > 0 ? [] : ['nothing is said'])
  ];
}

/** How YAML may be laid out. */
interface YamlVariant {
  lineEnd: string;
  unit: string;
  dashes: string;
  quote: (text: string) => string;
  /** True where lists stand in brackets. */
  flow: boolean;
}
const single = (text: string) =>
  /^[ -~]*$/.test(text) ? `'${text.replaceAll("'", "''")}'` : quoteYaml(text);
const layout: fc.Arbitrary<YamlVariant> = fc.record({
  lineEnd: fc.constantFrom('\n', '\r\n'),
  unit: fc.constantFrom(' ', '  ', '    '),
  dashes: fc.constantFrom('', '  '),
  quote: fc.constantFrom(quoteYaml, single, (text: string) =>
    isPlain(text) ? text : single(text)
  ),
  flow: fc.boolean()
});

function writeYaml(given: unknown, { lineEnd, unit, dashes, quote, flow }: YamlVariant): string {
  const write = (node: unknown, indent: string): string => {
    if (typeof node === 'string') return ` ${quote(node)}`;
    if (Array.isArray(node)) {
      const texts = node.every((item) => typeof item === 'string');
      if (node.length === 0 || (flow && texts))
        return ` [${node.map((item) => write(item, '')).join(',')} ]`;
      const at = indent + dashes;
      return node.map((item) => `${lineEnd}${at}-${itemOf(item, at)}`).join('');
    }
    if (typeof node === 'object' && node !== null) {
      return (
        members(node, indent + unit)
          .map((line) => lineEnd + line)
          .join('') || ' {}'
      );
    }
    return ` ${String(node)}`;
  };
  const members = (node: object, at: string) =>
    Object.entries(node).map(([key, one]: [string, unknown]) => `${at}${key}:${write(one, at)}`);
  const itemOf = (item: unknown, at: string) =>
    typeof item === 'object' && item !== null
      ? ` ${members(item, `${at}  `).join(lineEnd).trimStart()}`
      : write(item, at);
  return members(given as object, '').join(lineEnd) + lineEnd;
}

describe('YAML in every layout', () => {
  const document = fc.tuple(rules, layout).map(([written, style]) => {
    const full = written.map((one) => ({ ...one, id: one.id ?? 'a' }));
    const printed = full.map((one) => ruleObject(one, CLOUDFORMATION_NAMES, {}));
    return [full, writeYaml({ ...templateOf(printed), Outputs: { A: 'b' } }, style)] as const;
  });

  test('is read', () => {
    fc.assert(
      fc.property(document, ([written, text]) => {
        const { complete, ruleSet } = readRules(text);
        expect([text, complete, plain(ruleSet).rules]).toEqual([text, true, written]);
      })
    );
  });

  test('is changed as its rules are', () => {
    const changed = document.chain(([written, text]) =>
      fc.tuple(fc.constant(text), anyChange(written, rule, value, false))
    );
    fc.assert(
      fc.property(changed, ([text, change]) => {
        const { ruleSet } = readRules(text);
        const edited = applyEdits(
          text,
          formatOf('cloudformation-yaml').edit(text, ruleSet)(change)
        );
        const after = readRules(edited);
        expect([edited, after.complete, plain(after.ruleSet)]).toEqual([
          edited,
          true,
          plain(applyChange(ruleSet, change))
        ]);
      }),
      { numRuns: 100 }
    );
  });
});

describe('reading takes time in proportion to the text', () => {
  const yaml = [
    '- ',
    '? ',
    '[',
    '{',
    'a: ',
    '- [',
    '"',
    "'",
    '|\n',
    '&a ',
    '*a ',
    '!a ',
    '- a\n',
    'a: b\n',
    '[]',
    ',',
    ']',
    '- *a\n',
    'a\n',
    '\t',
    'a: |\n',
    '---\n'
  ];
  const hcl = [
    '{',
    '[',
    '(',
    '"',
    '"${',
    '<<A\n',
    '/*',
    'a {\n',
    'a = ',
    'a = [',
    '}',
    ',',
    '"a" ',
    '[for ',
    '= ',
    'a = (\n',
    '-',
    '$',
    'a = b\n',
    'cors_rule {\n',
    '[[1][0],'
  ];
  const rows = [
    ...yaml.map((text) => ['CorsRules:\n  a: ', text] as const),
    ...yaml.map((text) => ['CorsRules:\n', text] as const),
    ...hcl.map((text) => ['cors_rule {\n a = ', text] as const),
    ...hcl.map((text) => ['cors_rule {\n}\n', text] as const)
  ];

  test.each(rows)('%j and %j again and again', (before, text) => {
    const whole = before + text.repeat(60_000 / text.length);
    const start = performance.now();
    expect(unsound(whole)).toEqual([]);
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});
