import type { FormatId, ReadResult } from '../1-read/format.ts';
import { writeIn, type WrittenRules } from '../1-read/losses.ts';
import { headerOf } from '../2-bucket/question.ts';
import type { EngineId } from '../3-browser/engines/engine.ts';
import { judge } from '../4-explain/judge.ts';
import type { Verdict } from '../4-explain/verdict.ts';
import type { PageRequest } from '../model.ts';
import { providers, type Provider, type ProviderId } from '../providers/providers.ts';
import type { SavingResult } from '../providers/provider.ts';
import {
  differingHeaders,
  parting,
  type HeaderDifference,
  type StepDifference
} from './answers.ts';

/** In what two stores may differ. */
export type Facet = 'outcome' | 'cause' | 'rule' | 'status' | 'headers' | 'saved';

/** What one store makes of the rules and the request. */
export interface StoreRow {
  provider: Provider;
  verdict: Verdict;
  /** Status and error code of the first answer; null where nothing was sent. */
  status: { status: number; code: string | null } | null;
  /** Of the last answer; null where it has none. */
  allowOrigin: string | null;
  allowCredentials: string | null;
  /** Null where the store takes the text as it is; else the text in its own format. */
  conversion: WrittenRules | null;
  /** What the store says of the text, or of the converted one; null for an empty text. */
  saved: SavingResult | null;
  differs: Facet[];
  /** Header lines of the store's answers that differ from those of the store it is compared with. */
  headers: HeaderDifference[];
  /** Where the two part; null where no step tells. */
  why: StepDifference | null;
}

export interface StoresInput {
  text: string;
  /** What `readRules(text)` found. */
  read: ReadResult;
  request: PageRequest;
  /** The browser that calls; the standard to the letter where none is named. */
  engine?: EngineId;
  /** The store that the others are compared with. */
  chosen: ProviderId;
}

type PlainRow = Omit<StoreRow, 'differs' | 'headers' | 'why'>;

/** Prints the rules once for each format that some store needs. */
function converter({ ruleSet, format }: ReadResult) {
  const done = new Map<FormatId, WrittenRules>();
  return ({ formats }: Provider) => {
    const [own] = formats;
    if (format === null || own === undefined || formats.includes(format)) return null;
    const made = done.get(own) ?? writeIn(ruleSet, own);
    done.set(own, made);
    return made;
  };
}

function plainRow(
  provider: Provider,
  { text, read, request, engine = 'standard' }: StoresInput,
  conversion: WrittenRules | null
): PlainRow {
  const verdict = judge({
    text,
    read,
    provider,
    request,
    engine,
    departures: false,
    anywhere: true
  });
  const [first, last] = [verdict.exchanges[0], verdict.exchanges.at(-1)];
  const lines = last?.response.headers ?? [];
  return {
    provider,
    verdict,
    status: first
      ? { status: first.response.status, code: first.trace.decision.error?.code ?? null }
      : null,
    allowOrigin: headerOf(lines, 'access-control-allow-origin'),
    allowCredentials: headerOf(lines, 'access-control-allow-credentials'),
    conversion,
    saved: text.trim() === '' ? null : provider.save(conversion?.read ?? read)
  };
}

const causeOf = ({ verdict: { stage, cause } }: PlainRow): string => [stage, cause?.code].join(' ');

function compared(row: PlainRow, chosen: PlainRow): StoreRow {
  const headers = differingHeaders(row.verdict, chosen.verdict);
  const facets: Record<Facet, boolean> = {
    outcome: row.verdict.outcome !== chosen.verdict.outcome,
    cause: causeOf(row) !== causeOf(chosen),
    rule: row.verdict.rule !== chosen.verdict.rule,
    status:
      row.status?.status !== chosen.status?.status || row.status?.code !== chosen.status?.code,
    headers: headers.length > 0,
    saved: row.saved?.accepted !== chosen.saved?.accepted
  };
  const differs = (Object.keys(facets) as Facet[]).filter((facet) => facets[facet]);
  const decided = facets.outcome || facets.cause || facets.rule;
  const tells = decided || facets.status || facets.headers;
  const why = tells ? parting(row.verdict, chosen.verdict, decided) : null;
  return { ...row, differs, headers, why };
}

/**
 * The same rules and the same request against every store, each compared with the chosen one, in the order of the list.
 * Each verdict is the one that choosing the store would give, but for the mend, which is left out.
 */
export function compareStores(input: StoresInput): StoreRow[] {
  const inFormat = converter(input.read);
  const rows = providers.map((provider) => plainRow(provider, input, inFormat(provider)));
  const chosen = rows.find(({ provider }) => provider.id === input.chosen);
  return chosen === undefined ? [] : rows.map((row) => compared(row, chosen));
}
