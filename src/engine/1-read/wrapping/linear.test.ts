import { expect, test } from 'vitest';
import { readRules } from '../read-rules.ts';

/** The shortest of three, in milliseconds: what else the machine does makes a reading longer only. */
const timeOf = (text: string): number =>
  Math.min(
    ...[1, 2, 3].map((run) => {
      const start = performance.now();
      readRules(text + ' '.repeat(run));
      return performance.now() - start;
    })
  );

test.each([
  ...['<<A\n', '<<A ', '<<A\nB\n', '@"\n', "@'\n", '~~~\n', '```a\n', '````\n```\n', '<<', '@"'],
  ...['<Cors>', '<Cors', '<?xml <Cors>', '</Cors ', '<Cors></Cors>', '<CORSRule>\\n'],
  ...['"Statement":', '"bindings":', 'rules_version ', '"lifecycle":', 'a', 'x = origin: {'],
  ...['"origin":["a"],', "x = {origin: ['a']};\n", '{"origin":[', '\\"origin\\":', 'R().origin('],
  ...['origin: (', 'origin: (]', 'origin: /*', 'origin: ((((((((]]]]]]]]', '“', '：', '&quot;'],
  ...['\\[', 'gs://a ', 'Origin: a\n', 'Meta Access-Control-A: b\n', "-H 'Access-Control-"],
  ...['origin: `', "origin: '''", 'origin: """', 'origin: #', 'origin: //', ' \t', '$x = @{', 'f"{']
])('a text that repeats %j takes no longer for each character', (piece) => {
  const text = (length: number) =>
    `say\n${piece.repeat(Math.ceil(length / piece.length)).slice(0, length)}`;
  const [short, long] = [timeOf(text(10_000)), timeOf(text(80_000))];
  // Eight times as long: what is quadratic takes 64 times as much.
  expect(long).toBeLessThan(Math.max(short, 10) * 30);
});
