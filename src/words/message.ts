/** A code and its args in, text out: how every family of the catalogue is worded. */
import type { Coded } from '#engine';
import { m } from '../paraglide/messages.js';

/** A message to a person, in three parts. */
export interface MessageText {
  what: string;
  why: string;
  do: string;
}
export type MessagePart = keyof MessageText;

/** True of a type whose values are their own text. One of a union of literals is a code, which has words of its own. */
type IsPlain<T> = [T] extends [string]
  ? string extends T
    ? true
    : false
  : [T] extends [number]
    ? true
    : [T] extends [readonly (infer Item)[]]
      ? IsPlain<Item>
      : false;

type NameOf<Args> = keyof { [N in keyof Args as string extends N ? never : N]: unknown };

type CodedName<Args> = {
  [N in NameOf<Args>]: IsPlain<Args[N]> extends true ? never : N;
}[NameOf<Args>];

/** How the args of one code are said: each that is not its own text has to be named, another may be. */
type ArgWords<Args> = { [N in CodedName<Args>]: (value: Args[N]) => string } & {
  [N in NameOf<Args>]?: (value: Args[N]) => string;
};

/** How the args of a family are said, by code; a code of plain args may be left out. */
export type ArgWording<Family> = {
  [C in keyof Family as [CodedName<Family[C]>] extends [never] ? never : C]: ArgWords<Family[C]>;
} & { [C in keyof Family]?: ArgWords<Family[C]> };

type Plain = string | number | readonly (string | number)[];
type Say = (args: Record<string, string>) => string;

const messages = m as unknown as Readonly<Record<string, Say | undefined>>;

/** A value as it is; values of a list stand between commas. */
export function plainText(value: Plain): string {
  if (!Array.isArray(value)) return String(value);
  return value.length === 0 ? m['words.none']() : value.join(', ');
}

/** The text of a key; the key itself where the catalogue has none. */
const textAt = (key: string, texts: Record<string, string>): string =>
  messages[key]?.(texts) ?? key;

/** The text of a message whose args are their own text. */
export const message = (key: keyof typeof m, args: Readonly<Record<string, Plain>> = {}): string =>
  textAt(key, textsOf(args));

/** The text of a key that is made of a name from outside; null where the catalogue has none. */
export const messageOrNull = (key: string): string | null => messages[key]?.({}) ?? null;

/** Args as texts. A family's wording is typed by its args, which a loop over them cannot say. */
export function textsOf(args: object, words: object = {}): Record<string, string> {
  const own = words as Readonly<Record<string, ((value: unknown) => string) | undefined>>;
  const said = Object.entries(args).map(([name, value]) => [
    name,
    own[name]?.(value) ?? plainText(value as Plain)
  ]);
  return Object.fromEntries(said) as Record<string, string>;
}

/** What each part says, together. */
export const inParts = (textOf: (part: MessagePart) => string): MessageText => ({
  what: textOf('what'),
  why: textOf('why'),
  do: textOf('do')
});

/** The ways to say one of a family of codes. */
export interface MessageFamily<Args> {
  one(coded: Coded<Args>): string;
  /** In three parts. */
  parts(coded: Coded<Args>): MessageText;
}

/** The messages `name.code`, or `name.code.what` and so on, for the codes of `Args`. */
export function family<Args>(name: string, wording: ArgWording<Args>): MessageFamily<Args> {
  const words = new Map<PropertyKey, object>(Object.entries(wording));
  const textOf = ({ code, args }: Coded<Args>, part = ''): string =>
    textAt(`${name}.${String(code)}${part}`, textsOf(args as object, words.get(code)));
  return {
    one: (coded) => textOf(coded),
    parts: (coded) => inParts((part) => textOf(coded, `.${part}`))
  };
}
