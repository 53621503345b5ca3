/** Answers of stores to requests and to saved rules that somebody printed, with what of them is known. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { answerLine } from '../../src/cli/replay/answer.ts';
import { RuleCache } from '../../src/cli/replay/rule-cache.ts';

/** A field that is not there is not compared. Names of headers are in lower case. */
interface Row {
  id: string;
  kind: 'bucket' | 'save';
  expect: {
    status?: number;
    code?: string;
    accepted?: boolean;
    message?: string;
    headers_subset?: Record<string, string>;
    headers_absent?: string[];
    /** A header that may be left out, and is no sure thing where it stands. */
    absent_or_inferred?: string[];
    expose_has?: string[];
    expose_lacks?: string[];
    expose_order?: string[];
  };
}

interface Answer extends Record<string, unknown> {
  headers?: Record<string, string | string[]>;
  evidence: string;
  message?: string | null;
}

const ROWS = readFileSync(new URL('answers.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Row);

/** A list, whatever lines it stands on, and whatever blanks stand between its members. */
const membersOf = (value: string | string[] | undefined): string =>
  [value ?? []]
    .flat()
    .flatMap((line) => line.split(','))
    .map((member) => member.trim())
    .join();

function disagreements({ expect: wanted, ...line }: Row): string[] {
  const { json } = answerLine(JSON.stringify(line), new RuleCache());
  const told = JSON.parse(json) as Answer;
  const headers = new Map(Object.entries(told.headers ?? {}));
  const wrong: string[] = (['status', 'code', 'accepted'] as const).filter(
    (name) => name in wanted && wanted[name] !== told[name]
  );
  if (wanted.message !== undefined && !told.message?.includes(wanted.message))
    wrong.push('message');
  for (const [name, value] of Object.entries(wanted.headers_subset ?? {}))
    if (membersOf(headers.get(name)) !== membersOf(value)) wrong.push(name);
  for (const name of wanted.headers_absent ?? []) if (headers.has(name)) wrong.push(name);
  for (const name of wanted.absent_or_inferred ?? [])
    if (headers.has(name) && told.evidence !== 'inferred') wrong.push(`${name} as a sure thing`);
  const exposed = membersOf(headers.get('access-control-expose-headers')).toLowerCase().split(',');
  for (const name of wanted.expose_has ?? [])
    if (!exposed.includes(name)) wrong.push(`exposes no ${name}`);
  for (const name of wanted.expose_lacks ?? [])
    if (exposed.includes(name)) wrong.push(`exposes ${name}`);
  const order = wanted.expose_order ?? [];
  const ordered = exposed.filter((name) => order.includes(name));
  if (ordered.join() !== order.filter((name) => ordered.includes(name)).join())
    wrong.push(`order ${ordered.join()}`);
  return wrong.length === 0 ? [] : [...wrong, json];
}

test.each(ROWS.map((row) => [row.id, row] as const))('%s', (_, row) => {
  expect(disagreements(row)).toEqual([]);
});
