import { parseUrl } from '../../3-browser/url/parse-url.ts';
import type { Header } from '../../model.ts';
import { netErrorCauses } from '../messages/console-chromium.ts';
import type { RemovedSecret } from '../../secrets/index.ts';
import { originOfPage, seenRequest } from '../request/seen-request.ts';
import type { Clue, ClueReading, SymptomCode } from '../symptom.ts';

type HarFields = Readonly<Record<string, unknown>>;

const NOTHING: ClueReading = { clues: [], problems: [] };

/**
 * A HAR file, or one entry of it, as JSON: http://www.softwareishard.com/blog/har-12-spec/. Calls to the page's own origin
 * are left out. Reports har-unreadable for JSON of requests that is cut off, har-without-call.
 */
export function readHar(text: string): ClueReading {
  const first = text.trimStart().charAt(0);
  if (first !== '{' && first !== '[') return NOTHING;
  const span = { from: 0, to: text.length };
  const parsed = parse(text);
  if (parsed === undefined)
    return /"request"\s?:/.test(text) && /"headers"\s?:/.test(text)
      ? { clues: [], problems: [{ code: 'har-unreadable', args: {}, span }] }
      : NOTHING;
  const { entries, pages } = entriesOf(parsed);
  if (entries.length === 0) return NOTHING;
  const clues = entries.flatMap((entry) => clueOf(entry, pages, span));
  return clues.length > 0
    ? { clues, problems: [] }
    : { clues, problems: [{ code: 'har-without-call', args: {}, span }] };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

const fieldsOf = (value: unknown): HarFields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as HarFields) : {};
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

interface Entries {
  entries: HarFields[];
  /** The address of each page, by its id. */
  pages: ReadonlyMap<string, string>;
}

/** The entries of a whole file, of a list, or the one that the text is. */
function entriesOf(parsed: unknown): Entries {
  const log = fieldsOf(fieldsOf(parsed).log ?? parsed);
  const list = Array.isArray(parsed) ? parsed : listOf(log.entries);
  const entries = (list.length > 0 ? list : [parsed])
    .map(fieldsOf)
    .filter((entry) => textOf(fieldsOf(entry.request).url) !== null);
  const pages = listOf(log.pages)
    .map(fieldsOf)
    .map((page): [string, string] => [textOf(page.id) ?? '', textOf(page.title) ?? '']);
  return { entries, pages: new Map(pages) };
}

function headersOf(value: unknown): Header[] {
  return listOf(value).flatMap((item): Header[] => {
    const { name, value: written } = fieldsOf(item);
    return typeof name === 'string' && typeof written === 'string' ? [[name, written]] : [];
  });
}

function clueOf(entry: HarFields, pages: Entries['pages'], span: Clue['span']): Clue[] {
  const asked = fieldsOf(entry.request);
  const url = textOf(asked.url) ?? '';
  const method = textOf(asked.method);
  const seen = seenRequest({ url, method, headers: headersOf(asked.headers) });
  const page = pages.get(textOf(entry.pageref) ?? '');
  const pageOrigin = seen.request.pageOrigin ?? originOfPage(page ?? '') ?? undefined;
  const target = parseUrl(url);
  if (target === null || pageOrigin === target.origin) return [];
  const { status: written, headers } = fieldsOf(entry.response);
  const status = typeof written === 'number' ? written : 0;
  const received = headersOf(headers);
  const isPreflight = seen.preflight || method === 'OPTIONS';
  return [
    {
      kind: 'har',
      span,
      engine: null,
      headersKnown: true,
      removed: [...seen.removed, ...bodyOf(asked)],
      request: { ...seen.request, ...(pageOrigin === undefined ? {} : { pageOrigin }) },
      causes: status === 0 ? errorOf(entry) : [],
      ...(isPreflight ? { preflight: true } : {}),
      ...(status === 0 ? {} : { status }),
      answers:
        status === 0
          ? []
          : [{ preflight: isPreflight, response: { status, headers: received, body: '' } }]
    }
  ];
}

/** What was sent, of which nothing is kept. */
function bodyOf(asked: HarFields): RemovedSecret[] {
  const body = textOf(fieldsOf(asked.postData).text) ?? '';
  return body === '' ? [] : [{ place: 'body', name: '', length: body.length }];
}

/** Chromium's own field, beside a status of 0: `net::ERR_FAILED`. */
function errorOf(entry: HarFields): readonly SymptomCode[] {
  const error = textOf(entry._error) ?? textOf(fieldsOf(entry.response)._error) ?? '';
  return error.startsWith('net::') ? netErrorCauses(error.slice(5)) : [];
}
