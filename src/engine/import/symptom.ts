/** What a pasted text tells of a call that went wrong. Nothing in it is guessed: what the text leaves out is `missing`. */
import type { EngineId } from '../3-browser/engines/engine.ts';
import type { FetchCause } from '../3-browser/fetch-cause.ts';
import type { Coded, PageRequest, Span, WireResponse } from '../model.ts';
import type { ProviderId } from '../providers/providers.ts';
import type { RemovedSecret } from '../secrets/index.ts';

/** What kind of text was pasted; `console` is also what a browser's network list says in words. */
export type SymptomKind =
  | 'console'
  | 'script-error'
  | 'client-error'
  | 'store-error'
  | 'save-command'
  | 'har'
  | 'curl'
  | 'fetch'
  | 'response';

/** Causes of a failed call that a text can name, in the words of the browser's own causes. */
const FETCH_CODES = [
  'allow-origin-missing',
  'allow-origin-mismatch',
  'credentials-with-wildcard',
  'allow-credentials-missing',
  'preflight-status',
  'preflight-redirect',
  'allow-methods-invalid',
  'allow-headers-invalid',
  'method-not-in-answer',
  'header-not-in-answer',
  'mixed-content',
  'scheme-unsupported',
  'mode-same-origin',
  'no-cors-redirect-mode',
  'cache-miss',
  'network',
  'resource-policy',
  'redirect-not-allowed',
  'redirect-too-many',
  'redirect-invalid',
  'redirect-scheme',
  'redirect-credentials'
] as const satisfies readonly FetchCause['code'][];

/** What else a text can say, beside the causes of a call that our own browser knows. */
const OWN_CODES = [
  /** The call came back, without a header that the script wants to read. */
  'header-not-exposed',
  /** A script hears that the call failed, and never why. */
  'call-failed',
  /** The server answered with an error, which the browser let through. */
  'http-error',
  /** Firefox warns that `*` will not cover Authorization. */
  'authorization-by-star',
  'local-network',
  'cors-disabled',
  'canvas-tainted',
  /** Several values or two headers: the bucket and something before it both set it. */
  'allow-origin-twice',
  /** ORB and CORB: an answer that was loaded without CORS is of a type that a page may not get so. */
  'opaque-response-blocked',
  /** COEP: the page lets nothing in that does not ask for it, by CORS or by CORP. */
  'embedder-policy',
  'content-security-policy',
  /** A service worker answered in the store's place. */
  'service-worker',
  /** The store's own answer to a preflight: no rule fits. */
  'rules-refused',
  /** The store's own answer: there are no rules. */
  'no-configuration',
  'bucket-missing',
  /** The store sends the call to another of its addresses. */
  'wrong-endpoint',
  'access-denied',
  'signature',
  /** A list of pages that may link to the bucket. */
  'referer-refused',
  /** The store did not take the rules when they were saved. */
  'save-refused',
  /** Node, React Native, mini programs: CORS has no part. */
  'not-a-browser'
] as const;

export const SYMPTOM_CODES = [...FETCH_CODES, ...OWN_CODES] as const;
export type SymptomCode = (typeof SYMPTOM_CODES)[number];

/** What still has to be known for a verdict, in the order in which it is asked. */
export const QUESTIONS = ['rules', 'origin', 'url', 'method', 'headers'] as const;
export type SymptomQuestion = (typeof QUESTIONS)[number];

/** A client library that says in its own words that it could not read a header. */
export interface Client {
  library: string;
  operation: string;
}

/** An answer that the text shows. */
export interface SeenAnswer {
  /** Null where the text does not say. */
  preflight: boolean | null;
  /** Status 0 where the text holds headers alone. */
  response: WireResponse;
  /** True where it was asked for without `Origin`, so that no store had to answer for CORS. */
  withoutOrigin?: true;
}

export interface Symptom {
  kind: SymptomKind;
  /** Whose words these are; null where more than one engine says so, or none does. */
  engine: EngineId | null;
  /** True where the text shows a call that failed, false where it shows one that worked or was not sent; null where it does not say. */
  failure: boolean | null;
  /** What can have caused it, the likeliest first; empty where the text does not tell why, or shows no failure. */
  causes: readonly SymptomCode[];
  /** What is known of the call, without secrets. */
  request: Partial<PageRequest>;
  /** True where the call is known with all its headers, so that none need be asked for. */
  headersKnown: boolean;
  /** Whether it was the preflight that failed; null where the text does not say. */
  preflight: boolean | null;
  /** Of the answer that was refused. */
  status: number | null;
  /** The value of the header that was refused, as the text has it. */
  value: string | null;
  /** Where a redirect led, or would have. */
  location: string | null;
  answers: readonly SeenAnswer[];
  client: Client | null;
  /** The store, by its own words, its address or its headers, or that the client library is made for. */
  store: ProviderId | null;
  /** The secrets that were taken out, and what may be one; nothing of them is kept but where they stood and how long they were. */
  removed: readonly RemovedSecret[];
  /** How many other calls the text tells of. */
  others: number;
  missing: readonly SymptomQuestion[];
}

/** What one line or one part of a text tells. */
export type Clue = Partial<Omit<Symptom, 'missing' | 'others' | 'kind' | 'removed'>> & {
  kind: SymptomKind;
  span: Span;
  /** What the reader itself leaves out, such as a body. */
  removed?: readonly RemovedSecret[];
};

export interface SymptomProblemArgs {
  'text-too-long': { limit: number };
  'nothing-recognised': Record<string, never>;
  /** A text on CORS that holds no line, no answer and no call. */
  'cause-unsaid': Record<string, never>;
  /** An answer to a request without `Origin`, which tells nothing of the rules. */
  'origin-not-sent': Record<string, never>;
  /** A line of a console that tells of a call and not why it failed, as where its end is cut off. */
  'line-cut': Record<string, never>;
  /** JSON that breaks off, or is none. */
  'har-unreadable': Record<string, never>;
  /** No call in it goes to another origin. */
  'har-without-call': Record<string, never>;
  'curl-without-url': Record<string, never>;
  /** Options that curl has not: the word after one may be its value. */
  'curl-options-unknown': { options: readonly string[] };
  /** A part of the request stands in files. */
  'curl-files-unread': { options: readonly string[] };
}
export type SymptomProblem = Coded<SymptomProblemArgs> & { span: Span };

/** What one kind of text tells: nothing where the text is of another kind. */
export interface ClueReading {
  clues: readonly Clue[];
  problems: readonly SymptomProblem[];
}

export interface SymptomReading {
  symptom: Symptom | null;
  problems: readonly SymptomProblem[];
}
