/**
 * The words of the engine: what is written, what is asked, what is answered.
 * Offsets are UTF-16 code units of the text as it was typed; ages are seconds.
 */

/** How sure a fact about a store is: recorded from the service, documented by its vendor, or our inference. */
export type Evidence = 'traced' | 'documented' | 'inferred';

/**
 * What stands in the place of a value that was taken out, or is not known. A header with it counts as one that can be sent,
 * since the value in whose place it stands could be.
 */
export const HIDDEN = '…';

/** A half-open range of the text. */
export interface Span {
  from: number;
  to: number;
}

/** Something written in the rule text, and where. */
export interface WrittenValue<T = string> {
  value: T;
  span: Span;
}

/** The args of a code whose message names nothing. */
export type NoArgs = Record<string, never>;

/** One member of a closed union of codes, with the args that its message needs. */
export type Coded<Args> = { [C in keyof Args]: { code: C; args: Args[C] } }[keyof Args];

/** The list-valued fields of a rule, in the order in which every store's page names them. */
export const LIST_FIELDS = [
  'allowedOrigins',
  'allowedMethods',
  'allowedHeaders',
  'exposeHeaders'
] as const;
export type ListField = (typeof LIST_FIELDS)[number];

/** A rule as it was written. Nothing is trimmed, folded or defaulted here. */
export interface Rule extends Record<ListField, WrittenValue[]> {
  span: Span;
  id: WrittenValue | null;
  /** The literal text of the number, since stores differ in what they make of `0`, `-1`, `1.5` or `abc`. */
  maxAgeSeconds: WrittenValue | null;
}

/** A rule set as it was written, in the order of the text. */
export interface RuleSet {
  rules: Rule[];
  /** COS's `ResponseVary`; null where it is not written. */
  responseVary: WrittenValue | null;
}

/** A rule without its text: what a store keeps, what a change adds, what a printer prints. */
export interface PlainRule extends Record<ListField, string[]> {
  id: string | null;
  maxAgeSeconds: string | null;
}
export interface PlainRuleSet {
  rules: PlainRule[];
  responseVary: boolean | null;
}

/** The fields of a rule that hold one value or none. */
export const SINGLE_FIELDS = ['id', 'maxAgeSeconds'] as const;
export type SingleField = (typeof SINGLE_FIELDS)[number];

/** One change of a rule set; rules and values are counted from 0. */
export type Change =
  /** `at` is the value before which it is put; absent, or beyond the last, where it is put behind all others. */
  | { kind: 'add-value'; rule: number; field: ListField; value: string; at?: number }
  | { kind: 'replace-value'; rule: number; field: ListField; index: number; value: string }
  /** `value` is the one at `index`, for a reader of the change. */
  | { kind: 'remove-value'; rule: number; field: ListField; index: number; value: string }
  /** Null takes the field out of the rule. */
  | { kind: 'set-value'; rule: number; field: SingleField; value: string | null }
  | { kind: 'insert-rule'; at: number; rule: PlainRule }
  | { kind: 'remove-rule'; rule: number }
  /** `to` is the rule's place among the others once it is taken out. */
  | { kind: 'move-rule'; rule: number; to: number }
  /** Null takes the setting out of the text. */
  | { kind: 'set-response-vary'; value: boolean | null };

/** The changes of one kind, or of several. */
export type ChangeOf<K extends Change['kind']> = Extract<Change, { kind: K }>;

/** Replace `span` of the text by `insert`. A list of edits is sorted by offset and does not overlap. */
export interface TextEdit {
  span: Span;
  insert: string;
}

/** An HTTP header line; the name in the spelling in which it is on the wire. */
export type Header = readonly [name: string, value: string];

export type CredentialsMode = 'omit' | 'same-origin' | 'include';

/** What the page's script asks of the browser. */
export interface PageRequest {
  pageOrigin: string;
  method: string;
  url: string;
  headers: readonly Header[];
  credentials: CredentialsMode;
  /** Names of the response headers that the script must read. */
  needs: readonly string[];
}

/** A request on the wire. `path` holds the query as well. */
export interface WireRequest {
  method: string;
  /** Host and port as in the Host header; empty where unknown. */
  host: string;
  path: string;
  headers: readonly Header[];
}

/** An answer on the wire; a header may stand twice. */
export interface WireResponse {
  status: number;
  headers: readonly Header[];
  body: string;
}

/** What is true of the bucket beside its rules. */
export interface BucketFacts {
  /** `noaccount`: in an account that does not exist, for stores whose rules are an account's. */
  target: 'object' | 'bucket' | 'root' | 'noaccount';
  bucketExists: boolean;
  objectExists: boolean;
  /** How the request was signed; `bad` is a signature that does not verify. */
  signature: 'none' | 'header' | 'query' | 'bad';
  /** Names of headers that the object's answer carries beside those of every object, such as metadata; absent where none is known. */
  carried?: readonly string[];
}

export const DEFAULT_FACTS: BucketFacts = {
  target: 'object',
  bucketExists: true,
  objectExists: true,
  signature: 'none'
};

/** Ids and the time that a server stamps on an answer; the engine has no clock of its own. */
export interface ServerStamp {
  date: string;
  requestId: string;
  traceId: string;
}

/** An error of a store, in its own words. */
export interface StoreError {
  code: string;
  message: string;
}

/** What the store decides for one request: the fast path's result. */
export interface Decision {
  /** The rule that answered, counted from 0. */
  rule: number | null;
  /** Null for an actual request: the status is the store's own business. */
  status: number | null;
  /** Every `Access-Control-*` header and `Vary`, in the store's order and spelling. */
  headers: Header[];
  error: StoreError | null;
  evidence: Evidence;
}

export type Condition = 'origin' | 'method' | 'headers';

/** The stages of the story, always in this order. */
export const STAGES = ['browser', 'preflight', 'bucket', 'check', 'actual', 'script'] as const;
export type Stage = (typeof STAGES)[number];

/** `unknown`: something else than the rules answers at the address, and what it says is not known. */
export type Outcome = 'allowed' | 'unreadable' | 'blocked' | 'unknown';

/**
 * One condition of a specification or of a vendor's page, tested once.
 * `note` says something that neither passes nor fails.
 */
export type Step<Args> = Coded<Args> & {
  outcome: 'pass' | 'fail' | 'note';
  /** Where in the rule text the value stands that decided; empty where none did. */
  spans: Span[];
  evidence: Evidence;
  /** Address or name of the rule's source. */
  source: string;
};

/** A position for people: both counted from 1, columns in UTF-16 code units. */
export interface Position {
  line: number;
  column: number;
}

/** Line and column of an offset; an offset beyond the end gives the end. */
export const placeOf = (text: string, offset: number): Position =>
  placesIn(text.slice(0, offset))(offset);

/** The same for many offsets of one text, whose lines are counted once. */
export function placesIn(text: string): (offset: number) => Position {
  const starts = [0];
  for (const { index, 0: end } of text.matchAll(/\r\n|\r|\n/g)) starts.push(index + end.length);
  return (offset) => {
    const at = Math.min(offset, text.length);
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: at - (starts[low] ?? 0) + 1 };
  };
}
