/** Conversions in words: what is lost, and a call that shows what that changes. */
import type { Difference, BareLoss, LossArgs, FieldAlteration } from '#engine/compare';
import { m } from '../paraglide/messages.js';
import type { SingleMessages } from './catalogue.ts';
import { fieldText } from './families.ts';
import { list } from './list.ts';
import { plainText, textsOf } from './message.ts';

/** What a loss is told of: a format or tool that cannot say something, and the store that it is for. */
export interface LossNames {
  target: string;
  store: string;
}

interface LossTexts extends LossNames {
  rules: string;
  field: string;
  written: string;
  kept: string;
  value: string;
  values: string;
  error: string;
  message: string;
  count: string;
  line: string;
}
type LossKey = Exclude<keyof LossArgs, 'kept-otherwise'> | `kept-otherwise.${FieldAlteration}`;

type CallKey = 'call' | 'call.headers' | 'call.no-origin';
type DifferenceKey =
  | Exclude<Difference['code'], 'exposed' | 'vary' | 'allow-methods' | 'allow-headers'>
  | `${'exposed' | 'lists' | 'vary'}.${'lost' | 'gained'}`;
interface DifferenceTexts {
  call: string;
  names: string;
  before: string;
  after: string;
}

/** The catalogue, seen by code: one without a message fails the type check here. */
const catalogue: SingleMessages<'loss', Record<LossKey, LossTexts>> &
  SingleMessages<'difference', Record<CallKey, Record<'method' | 'origin' | 'headers', string>>> &
  SingleMessages<'difference', Record<DifferenceKey, DifferenceTexts>> = m;

/** Numbers of rules, counted from 1, runs of three and more by their ends. */
function runs(rules: readonly number[]): string {
  const parts: string[] = [];
  let at = 0;
  while (at < rules.length) {
    const first = rules[at] ?? 0;
    let length = 1;
    while (rules[at + length] === first + length) length++;
    if (length < 3) length = 1;
    const last = first + length;
    parts.push(length === 1 ? String(last) : m['loss.run']({ first: first + 1, last }));
    at += length;
  }
  return list(parts);
}

const rulesText = (rules: readonly number[]): string =>
  m['loss.rules']({ count: rules.length, rules: runs(rules) });

/** What is lost, as a sentence. */
export function lossText({ code, args }: BareLoss, names: LossNames): string {
  const texts: Partial<LossTexts> = {
    ...textsOf(args),
    ...names
  };
  if ('rules' in args) texts.rules = rulesText(args.rules);
  if ('field' in args) texts.field = fieldText(args.field);
  if (code === 'refused') {
    texts.rules =
      args.rules.length === 0 ? '' : m['loss.refused.rules']({ rules: texts.rules ?? '' });
    texts.error =
      args.error === '' ? m['loss.refused.no-code']({ status: args.status }) : args.error;
  }
  const key: LossKey = code === 'kept-otherwise' ? `${code}.${args.kept}` : code;
  return catalogue[`loss.${key}`](texts as LossTexts).trim();
}

/** A call in a few words. */
export function callText({ origin, method, headers }: Difference['witness']): string {
  const key: CallKey =
    origin === null ? 'call.no-origin' : headers.length === 0 ? 'call' : 'call.headers';
  return catalogue[`difference.${key}`]({
    method,
    origin: origin ?? '',
    headers: plainText(headers)
  });
}

const seconds = (age: number | null): string =>
  age === null ? m['difference.max-age.none']() : m['difference.max-age.seconds']({ seconds: age });

/** `*` stands for all headers that no list names. */
const readable = (names: readonly string[]): string =>
  plainText(names.map((name) => (name === '*' ? m['difference.exposed.any']() : name)));

function listsText(
  kind: 'exposed' | 'lists',
  call: string,
  { lost, gained }: { lost: string[]; gained: string[] }
): string {
  const texts = { call, before: '', after: '' };
  const [first, second] = (
    [
      ['lost', lost],
      ['gained', gained]
    ] as const
  )
    .filter(([, names]) => names.length > 0)
    .map(([side, names]) =>
      catalogue[`difference.${kind}.${side}`]({ ...texts, names: readable(names) })
    );
  return second === undefined
    ? (first ?? '')
    : m['difference.join']({ first: first ?? '', second });
}

/** A difference by the call that shows it, as a sentence. */
export function differenceText(difference: Difference): string {
  const call = callText(difference.witness);
  const texts = { call, names: '', before: '', after: '' };
  switch (difference.code) {
    case 'exposed':
      return listsText('exposed', call, difference.args);
    case 'allow-methods':
    case 'allow-headers':
      return listsText('lists', call, difference.args);
    case 'vary':
      return catalogue[`difference.vary.${difference.args.before ? 'lost' : 'gained'}`](texts);
    case 'max-age': {
      const { before, after } = difference.args;
      const ages = { before: seconds(before), after: seconds(after) };
      return catalogue['difference.max-age']({ ...texts, ...ages });
    }
    case 'allow-origin':
      return catalogue['difference.allow-origin']({ ...texts, ...difference.args });
    default:
      return catalogue[`difference.${difference.code}`](texts);
  }
}

/** The other methods and origins of which the same is true; empty where there are none. */
export function alsoText({ witness, methods, origins }: Difference): string {
  const others = [
    ...methods.filter((method) => method !== witness.method),
    ...origins.flatMap((origin) => (origin === null || origin === witness.origin ? [] : [origin]))
  ];
  return others.length === 0 ? '' : m['difference.also']({ names: plainText(others) });
}
