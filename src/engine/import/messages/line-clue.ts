import { parseUrl } from '../../3-browser/url/parse-url.ts';
import { classifyHeader } from '../../3-browser/request/safelist.ts';
import { serialiseOrigin } from '../../3-browser/url/origin.ts';
import type { Header, PageRequest } from '../../model.ts';
import type { LineMatch } from './line-match.ts';
import type { Slots } from './known-line.ts';
import { fold, type PlainText } from './plain-text.ts';
import type { RecognisedPlace } from './recognise.ts';
import type { Clue, SymptomCode } from '../symptom.ts';

/** Of causes that can only be where credentials go along. */
const CREDENTIALED: ReadonlySet<SymptomCode> = new Set([
  'credentials-with-wildcard',
  'allow-credentials-missing'
]);

/**
 * What a known line tells, where it stands in the text; nothing where it is a beginning without an address. Of lines that
 * explain the place equally well, what they agree on.
 */
export function lineClue(recognised: RecognisedPlace, text: PlainText): Clue[] {
  const [first] = recognised;
  const { opening = false, after = '' } = first.line.known;
  if (opening && !isAddress(unquoted(first.slots.get('url') ?? ''))) return [];
  if (!text.folded.slice(0, first.literals[0]?.from).trimEnd().endsWith(after)) return [];
  const goesOn = opening && SENTENCE.test(restOf(text, endOf(first)));
  const clue = clueOf(recognised);
  return [goesOn ? { ...clue, engine: null, causes: [] } : clue];
}

/** A sentence that follows, and not a link or a place in a file. */
const SENTENCE = /^\s*[\p{L}']/u;
const restOf = ({ written, folded }: PlainText, at: number): string =>
  folded.slice(at, at + (written.slice(at).split('\n', 1)[0]?.length ?? 0));

const endOf = ({ literals }: LineMatch): number => literals.at(-1)?.to ?? 0;

function clueOf(recognised: RecognisedPlace): Clue {
  const [first] = recognised;
  const { known } = first.line;
  const same = <T>(pick: (found: LineMatch) => T): T | undefined =>
    recognised.every((each) => pick(each) === pick(first)) ? pick(first) : undefined;
  const causes = commonCauses(recognised);
  const slots = new Map(
    [...first.slots].filter(([name]) => same((found) => found.slots.get(name)) !== undefined)
  );
  const from = first.literals[0]?.from ?? 0;
  const preflight = same(({ line }) => line.known.preflight);
  return {
    kind: known.kind,
    span: { from, to: endOf(first) },
    engine: same(({ line }) => line.known.engine) ?? null,
    causes,
    failure: known.failure ?? true,
    ...(preflight === undefined ? {} : { preflight }),
    ...factsOf(slots),
    ...ofClient(first, slots),
    request: requestOf(first, slots, causes)
  };
}

function causesOf({ line, slots }: LineMatch): readonly SymptomCode[] {
  const { causes } = line.known;
  return typeof causes === 'function' ? causes(slots) : causes;
}

function commonCauses([first, ...others]: RecognisedPlace): SymptomCode[] {
  return causesOf(first).filter((cause) => others.every((each) => causesOf(each).includes(cause)));
}

function factsOf(slots: Slots): Partial<Clue> {
  const status = /^\d{3}/.exec(slots.get('status') ?? '')?.[0];
  const location = slots.has('first') ? slots.get('url') : slots.get('location');
  const value = slots.get('value');
  return {
    ...(status === undefined ? {} : { status: Number(status) }),
    ...(location ? { location: unquoted(location) } : {}),
    ...(value === undefined ? {} : { value })
  };
}

function ofClient({ line }: LineMatch, slots: Slots): Partial<Clue> {
  const { client, store, sends } = line.known;
  const method = slots.get('method');
  return {
    ...(client === undefined ? {} : { client }),
    ...(store === undefined ? {} : { store }),
    headersKnown: sends !== undefined && (method ?? sends.method) === sends.method
  };
}

function requestOf(
  { line }: LineMatch,
  slots: Slots,
  causes: readonly SymptomCode[]
): Partial<PageRequest> {
  const { sends, needs = [] } = line.known;
  const url = slots.get('first') ?? slots.get('url');
  const origin = originOf(slots);
  const method = slots.get('method') ?? sends?.method;
  const header = slots.get('header');
  const exposed = slots.get('exposed');
  const sent = method === sends?.method ? (sends?.headers ?? []) : [];
  const headers = header === undefined ? sent : [unknownHeader(header)];
  const read = exposed === undefined ? needs : [exposed, ...needs];
  return {
    ...(url !== undefined && isAddress(unquoted(url)) ? { url: unquoted(url) } : {}),
    ...(origin === null ? {} : { pageOrigin: origin }),
    ...(method ? { method } : {}),
    ...(headers.length === 0 ? {} : { headers }),
    ...(read.length === 0 ? {} : { needs: read }),
    ...(causes.some((cause) => CREDENTIALED.has(cause)) ? { credentials: 'include' } : {})
  };
}

/** The page's origin as a line has it, or that of the page's address. */
function originOf(slots: Slots): string | null {
  const written = slots.get('origin') ?? slots.get('page');
  if (written === undefined || !(written === 'null' || isAddress(written))) return null;
  const { origin } = serialiseOrigin(written);
  return origin === '' ? null : origin;
}

/** A header of which only the name is known, and that it needs a preflight: so its value is one that does. */
export function unknownHeader(name: string): Header {
  return [name, classifyHeader(name, '').kind === 'safelisted' ? '?' : ''];
}

const isAddress = (text: string): boolean => parseUrl(text) !== null;

/** Firefox puts one address of all between quotes: CORSNotSupportingCredentials. */
const unquoted = (text: string): string => (/^'.*'$/.test(fold(text)) ? text.slice(1, -1) : text);
