import type { Header } from '../../model.ts';
import type { CallBody } from '../request/body.ts';
import { FieldError, fields, headersOf, missing, optional, type CaseFields } from './fields.ts';

/** A scripted answer: header values may hold `{acrm}`, `{acrh}` and `{reqorigin}`; null closes the connection. */
export type CaseAnswer = { status: number; headers: readonly Header[] } | null;

export interface CaseAnswers {
  preflight: CaseAnswer;
  actual: CaseAnswer;
}

/** The field `fetch` of a case: options of `fetch`, and those of the other ways to ask. */
export interface CaseCall {
  method: string | null;
  headers: readonly Header[];
  body: CallBody | null;
  credentials: string | null;
  mode: string | null;
  redirect: string | null;
  cache: string | null;
  referrerPolicy: string | null;
  duplex: string | null;
  keepalive: boolean;
  /** How the script uses the upload of an XMLHttpRequest; null where it leaves it alone. */
  upload: string | null;
  withCredentials: boolean;
  sync: boolean;
  element: string | null;
  crossorigin: string | null;
}

/** One recorded, or replayed, call of a page; see the replay contract, kind "browser". */
export interface BrowserCase {
  id: string;
  /** Serialised. */
  pageOrigin: string;
  api: 'fetch' | 'xhr' | 'element';
  url: string;
  call: CaseCall;
  answers: CaseAnswers;
  /** Answers below the address, by the last segment of the path, on whatever host. */
  hops: ReadonlyMap<string, CaseAnswers>;
  second: { delayMs: number; suffix: string; call: CaseCall; answers: CaseAnswers } | null;
}

/** The case, or the name of the field that cannot be read. */
export type ReadCase = { value: BrowserCase; field: null } | { value: null; field: string };

/**
 * Reads a line of kind "browser". Fields that are not known are left alone; missing ones take their defaults.
 * In: parsed JSON. Out: the case, or the name of the first field of a wrong type. Never throws.
 */
export function readCase(line: unknown): ReadCase {
  try {
    return { value: caseOf(fields(line, 'line')), field: null };
  } catch (error) {
    if (error instanceof FieldError) return { value: null, field: error.message };
    throw error;
  }
}

function caseOf(line: CaseFields): BrowserCase {
  const page = fields(line.page, 'page');
  const answers = answersOf(line);
  const api = optional(line.api, 'api') ?? 'fetch';
  if (api !== 'fetch' && api !== 'xhr' && api !== 'element') throw new FieldError('api');
  return {
    id: optional(line.id, 'id') ?? '',
    pageOrigin: optional(page.origin, 'page.origin') ?? 'null',
    api,
    url: optional(line.url, 'url') ?? missing('url'),
    call: callOf(fields(line.fetch ?? {}, 'fetch')),
    answers,
    hops: new Map(
      Object.entries(fields(line.hops ?? {}, 'hops')).map(([name, hop]) => [
        name,
        answersOf(fields(hop, 'hops'))
      ])
    ),
    second: secondOf(line.second, answers)
  };
}

function secondOf(value: unknown, first: CaseAnswers): BrowserCase['second'] {
  if (value === undefined || value === null) return null;
  const second = fields(value, 'second');
  const delayMs = second.delayMs ?? 0;
  if (typeof delayMs !== 'number') throw new FieldError('second.delayMs');
  return {
    delayMs,
    suffix: optional(second.suffix, 'second.suffix') ?? '',
    call: callOf(fields(second.fetch ?? {}, 'second.fetch')),
    answers: answersOf(
      {
        preflightResponse: second.preflightResponse ?? undefined,
        actualResponse: second.actualResponse ?? undefined
      },
      first
    )
  };
}

function callOf(call: CaseFields): CaseCall {
  const text = (name: string) => optional(call[name], `fetch.${name}`);
  const flag = (name: string) => call[name] === true;
  const body =
    call.body === undefined || call.body === null ? null : fields(call.body, 'fetch.body');
  return {
    method: text('method'),
    headers: headersOf(call.headers ?? [], 'fetch.headers'),
    body: body && {
      kind: optional(body.kind, 'fetch.body.kind') ?? 'string',
      value: optional(body.value, 'fetch.body.value') ?? '',
      type: optional(body.type, 'fetch.body.type')
    },
    credentials: text('credentials'),
    mode: text('mode'),
    redirect: text('redirect'),
    cache: text('cache'),
    referrerPolicy: text('referrerPolicy'),
    duplex: text('duplex'),
    keepalive: flag('keepalive'),
    upload: text('upload'),
    withCredentials: flag('withCredentials'),
    sync: flag('sync'),
    element: text('element'),
    crossorigin: text('crossorigin')
  };
}

const NO_CONTENT: CaseAnswer = { status: 204, headers: [] };
const OK: CaseAnswer = { status: 200, headers: [] };

function answersOf(holder: CaseFields, defaults?: CaseAnswers): CaseAnswers {
  const { preflight, actual } = defaults ?? { preflight: NO_CONTENT, actual: OK };
  return {
    preflight: answerOf(holder.preflightResponse, 'preflightResponse', preflight),
    actual: answerOf(holder.actualResponse, 'actualResponse', actual)
  };
}

function answerOf(value: unknown, name: string, fallback: CaseAnswer): CaseAnswer {
  if (value === undefined || value === null) return fallback;
  const answer = fields(value, name);
  if (answer.close === true) return null;
  const status = answer.status ?? 200;
  if (typeof status !== 'number') throw new FieldError(`${name}.status`);
  return { status, headers: headersOf(answer.headers ?? [], `${name}.headers`) };
}
