/** What holds for every change in every format, however its text is laid out and commented. */
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { Change, ChangeOf, PlainRule, RuleSet, Span } from '../model.ts';
import { applyChange, applyEdits } from './change.ts';
import { anyChange } from './changes.testdata.ts';
import type { Syntax } from './format.ts';
import type { Format } from './formats/format.ts';
import { FORMATS, readRules } from './read-rules.ts';
import { plainRule, ruleAt } from './plain.ts';

/** The machine may be busy with other tests. */
vi.setConfig({ testTimeout: 60_000 });

/** Values that every format can hold: none is empty or has a blank or a comma in it. */
const value = fc.constantFrom(
  ...['*', 'https://a.test', 'http://*.b.test:8080', 'GET', 'PUT', 'x-a', 'ETag', '漢'],
  ...['<&>', '"q"', '#x', '//y', '/*z', '${u}', '\\v', '!w', '{}', '[]', '&#x41;']
);
const values = fc.array(value, { maxLength: 3 });
const age = fc.nat().map(String);
const rule: fc.Arbitrary<PlainRule> = fc.record({
  id: fc.option(value),
  allowedOrigins: fc.array(value, { minLength: 1, maxLength: 3 }),
  allowedMethods: values,
  allowedHeaders: values,
  exposeHeaders: values,
  maxAgeSeconds: fc.option(age)
});

const RULE: PlainRule = {
  id: 'a',
  allowedOrigins: ['*'],
  allowedMethods: ['GET'],
  allowedHeaders: [],
  exposeHeaders: [],
  maxAgeSeconds: '5'
};

const isGoogle = ({ id }: Format): boolean => id.startsWith('gcs-') || id === 'terraform-google';

/** The rule with what a format cannot leave out or say. */
function fit(format: Format, one: PlainRule): PlainRule {
  const { id } = format;
  const nameless = { ...one, id: null };
  const aged = { ...nameless, maxAgeSeconds: one.maxAgeSeconds ?? '7' };
  if (id === 'minio-setting') {
    const origins = one.allowedOrigins.filter((origin) => !/["']/.test(origin));
    const allowedOrigins = origins.length > 0 ? origins : ['*'];
    const lists = { allowedMethods: [], allowedHeaders: [], exposeHeaders: [] };
    return { id: null, allowedOrigins, ...lists, maxAgeSeconds: null };
  }
  if (id === 'swift-headers') return { ...nameless, allowedMethods: [] };
  if (isGoogle(format)) {
    const headers = [...new Set([...one.allowedHeaders, ...one.exposeHeaders])];
    return { ...nameless, allowedHeaders: headers, exposeHeaders: headers };
  }
  if (id === 'b2-json' || id === 'terraform-b2') {
    const allowedMethods = one.allowedMethods.length > 0 ? one.allowedMethods : ['GET'];
    return { ...aged, id: one.id ?? 'named', allowedMethods };
  }
  if (id === 'qingstor-json') {
    return { ...nameless, allowedOrigins: one.allowedOrigins.slice(0, 1) };
  }
  return format.holds ? aged : one;
}

/** How a printed text is written down instead; null where its grammar does not allow it. */
const LAYOUTS: Readonly<Record<string, (text: string, syntax: Syntax) => string | null>> = {
  'as printed': (text) => text,
  'with CRLF': (text) => text.replaceAll('\n', '\r\n'),
  'with tabs': (text, syntax) =>
    syntax === 'yaml' ? null : text.replace(/^ +/gm, (blanks) => '\t'.repeat(blanks.length / 2)),
  'on one line': (text, syntax) => {
    if (syntax === 'json') return JSON.stringify(JSON.parse(text));
    return syntax === 'xml' ? text.replace(/\n */g, '') : null;
  },
  'on one line with blanks': (text, syntax) => {
    if (syntax === 'json') return text.trimEnd().replace(/\n */g, ' ');
    return syntax === 'xml' ? text.trimEnd().replace(/\n */g, ' ') : null;
  },
  'with empty lines': (text) => text.replaceAll('\n', '\n\n'),
  'with what is computed': computed,
  'with comments between': (text, syntax) =>
    commented(text, (line, mark) => `${mark}\n${line}`, syntax),
  'with comments behind': (text, syntax) =>
    commented(text, (line, mark) => `${line} ${mark}`, syntax)
};

function commented(
  text: string,
  put: (line: string, mark: string) => string,
  syntax: Syntax
): string | null {
  if (syntax === 'headers') return null;
  const lines = text.trimEnd().split('\n');
  const marks = { xml: '<!-- ~ -->', json: '// ~', yaml: '# ~', hcl: '# ~' };
  return `${lines
    .map((line, at) =>
      at === 0 ? line : put(line, marks[syntax].replace('~', `remark${String(at)}.`))
    )
    .join('\n')}\n`;
}

/** Lists of templates that begin with an expression. */
function computed(text: string, syntax: Syntax): string | null {
  let count = 0;
  const remark = () => `remark${String(count++)}.`;
  if (syntax === 'hcl') {
    return text.replace(
      /^ +\w*(?:origin|method|operation|header)s? += \[/gm,
      (list) => `${list}var.${remark()}a, `
    );
  }
  if (!/AWS::/.test(text)) return null;
  return syntax === 'yaml'
    ? text.replace(
        /ed(?:Origin|Method|Header)s:(\n +- )/g,
        (list, dash: string) => list + `!Ref ${remark()}${dash}`
      )
    : text.replace(/ed(?:Origin|Method|Header)s": \[/g, (list) => `${list}{"Ref": "${remark()}"},`);
}

const remarks = (text: string): string[] => text.match(/remark\d+\./g) ?? [];
const plain = ({ rules, responseVary }: RuleSet) => ({
  rules: rules.map(plainRule),
  responseVary: responseVary?.value ?? null
});

/** What a change should make of the rules; where allowed and exposed headers are one list, a change of one is one of both. */
function wanted(format: Format, ruleSet: RuleSet, change: Change): RuleSet {
  if (!isGoogle(format) || !('field' in change) || !/Headers$/.test(change.field)) {
    return applyChange(ruleSet, change);
  }
  const held = ruleSet.rules[change.rule]?.allowedHeaders.map((one) => one.value) ?? [];
  if (change.kind === 'add-value' && held.includes(change.value)) return ruleSet;
  const both = (['allowedHeaders', 'exposeHeaders'] as const).map((field) => ({
    ...change,
    field
  }));
  return both.reduce((set, one) => applyChange(set, one as Change), ruleSet);
}

/** The remarks that may go with what is taken out: those in the rule, and in YAML the one on its last line. */
function inside(text: string, { from, to }: Span): string[] {
  const end = text.slice(to).search(/[\r\n]|$/);
  return remarks(text.slice(from, to + end));
}

/** The values of a list, each with the remarks behind it on its line and those on the line above it. */
function remarked(text: string, { rules }: RuleSet, change: ChangeOf<'add-value'>) {
  const values = rules[change.rule]?.[change.field] ?? [];
  return values.map(({ value, span }) => {
    const [above = '', line = ''] = [text.slice(0, span.from), text.slice(span.to)];
    return [
      value,
      remarks(line.slice(0, line.search(/[\r\n]|$/))),
      remarks(/^\s*(?:\/\/|#|<!--).*/.exec(above.split(/\r?\n/).at(-2) ?? '')?.[0] ?? '')
    ];
  });
}

const FREE = ['field-missing', 'rules-not-found'];

describe.each(FORMATS.map((format) => [format.id, format] as const))('%s', (_, format) => {
  const held = fc
    .array(
      rule.map((one) => fit(format, one)),
      { minLength: 1, maxLength: format.syntax === 'headers' ? 1 : 3 }
    )
    .map((written) => ({
      rules: written.map((one) => ruleAt(one, 0)),
      responseVary: null
    }));
  const changed = held.chain((ruleSet) =>
    fc.tuple(
      fc.constant(format.print(ruleSet)),
      anyChange(
        ruleSet.rules.map(plainRule),
        rule.map((one) => fit(format, one)),
        fc.oneof(value, age),
        true
      )
    )
  );

  const one = format.print({ rules: [ruleAt(fit(format, RULE), 0)], responseVary: null });
  const layouts = Object.entries(LAYOUTS).filter(
    ([, layOut]) => layOut(one, format.syntax) !== null
  );

  test.each(layouts)('%s', (_, layOut) => {
    fc.assert(
      fc.property(changed, ([printed, change]) => {
        const text = layOut(printed, format.syntax) ?? printed;
        const read = readRules(text);
        expect(read.format).toBe(format.id);
        const edits = format.edit(text, read.ruleSet)(change);
        const edited = applyEdits(text, edits);
        const after = readRules(edited);
        const target = wanted(format, read.ruleSet, change);
        const isHeld =
          (format.holds?.(target) ?? true) &&
          (format.holdsResponseVary || target.responseVary === null);
        const told = { text, change, edited };
        if (isHeld || edits.length > 0) {
          expect({ ...told, ...plain(after.ruleSet) }).toEqual({ ...told, ...plain(target) });
        }
        if (text.includes('\r\n'))
          expect({ ...told, lone: /[^\r]\n/.test(edited) }).toEqual({ ...told, lone: false });
        const codes = new Set([...read.problems.map(({ code }) => code as string), ...FREE]);
        const fresh = after.problems.map(({ code }) => code).filter((code) => !codes.has(code));
        if (change.kind !== 'set-value') expect({ ...told, fresh }).toEqual({ ...told, fresh: [] });
        if (change.kind === 'add-value') {
          const before = remarked(text, read.ruleSet, change);
          const now = remarked(edited, after.ruleSet, change);
          const more = now.length > before.length;
          const others = more
            ? now.toSpliced(Math.min(change.at ?? before.length, before.length), 1)
            : now;
          expect({ ...told, others }).toEqual({ ...told, others: before });
        }
        const gone = new Set(
          change.kind === 'remove-rule'
            ? inside(text, read.ruleSet.rules[change.rule]?.span ?? { from: 0, to: 0 })
            : []
        );
        const kept = remarks(text).filter((one) => !gone.has(one));
        const still = remarks(edited).filter((one) => !gone.has(one));
        if (change.kind === 'move-rule') expect(still.toSorted()).toEqual(kept.toSorted());
        else expect({ ...told, still }).toEqual({ ...told, still: kept });
      }),
      { numRuns: 40 }
    );
  });
});
