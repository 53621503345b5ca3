import type { PageRequest } from '../../model.ts';
import { readTarget } from '../../3-browser/url/target.ts';
import { STORE_REFUSALS, type StoreRefusal } from './store-refusals.ts';
import { storeOfAddress } from '../store-of.ts';
import type { Clue, ClueReading, Symptom } from '../symptom.ts';

/** A code as bodies, SDKs and command lines show it; which words are codes, {@link STORE_REFUSALS} knows. */
const CODE =
  /(?:<(?:Code|EC)>|\b(?:code|error[_ ]?code|ec|name|__type)["']?\s?[:=]\s?["']?|error occurred \(|\(|^(?:Uncaught |\(in promise\) |Error: )*)([A-Za-z][A-Za-z/-]{3,50}|\d{4}-\d{8}|1011)(?=<|["'),;]|:|\s|$)/gim;
const KNOWN_CODES: ReadonlySet<string> = new Set(STORE_REFUSALS.flatMap(({ codes = [] }) => codes));

interface SeenCode {
  code: string;
  at: number;
}

/**
 * A store's own error: its body in XML or JSON, or what an SDK or a command line shows of it. In: any text. Out: stage, cause and
 * store, as far as the code and the sentence settle them. Linear in the text.
 */
export function readStoreError(text: string): ClueReading {
  const plain = text.replace(/[‘’]/g, "'").replace(/\s/g, ' ');
  const codes = codesIn(text);
  const found = STORE_REFUSALS.flatMap((refusal) => {
    const at = placeOf(refusal, plain, codes);
    return at === null ? [] : [{ refusal, at }];
  });
  const [first] = found;
  if (first !== undefined) return { clues: [clueOf(first.refusal, first.at, text)], problems: [] };
  const other = text.search(/<Error>\s*<Code>/);
  return { clues: other === -1 ? [] : [clueOf(NOT_KNOWN, other, text)], problems: [] };
}

function codesIn(text: string): SeenCode[] {
  return [...text.matchAll(CODE)].flatMap((match) => {
    const code = match[1] ?? '';
    return KNOWN_CODES.has(code) ? [{ code, at: match.index }] : [];
  });
}

/** An error of a store that says nothing that is known here. */
const NOT_KNOWN: StoreRefusal = { causes: [] };

/** Where it is said; null where it is not. */
function placeOf(
  { codes, says }: StoreRefusal,
  text: string,
  seen: readonly SeenCode[]
): number | null {
  const code = codes === undefined ? undefined : seen.find((each) => codes.includes(each.code));
  if (codes !== undefined && code === undefined) return null;
  const at = says === undefined ? -1 : text.indexOf(says);
  if (says !== undefined && at === -1) return null;
  return code?.at ?? at;
}

function clueOf(
  { causes, preflight, store, failure }: StoreRefusal,
  at: number,
  text: string
): Clue {
  const endpoint = element(text, 'Endpoint');
  const status =
    /\b(?:status ?code|statuscode|httpstatuscode|status)["']?\s?[:=]?\s?(\d{3})\b/i.exec(text)?.[1];
  const request = requestOf(text);
  const ofBody = storeOfBody(text);
  return {
    kind: 'store-error',
    span: { from: at, to: text.length },
    engine: null,
    causes: wordless(causes, text),
    failure: failure === undefined ? true : failure,
    request,
    ...(preflight === undefined ? {} : { preflight }),
    ...(status === undefined ? {} : { status: Number(status) }),
    ...(endpoint === null ? {} : { location: `https://${endpoint}/` }),
    ...((ofBody ?? store) ? { store: ofBody ?? store ?? null } : {})
  };
}

/** RGW refuses a preflight with the code alone, which elsewhere is about rights. */
function wordless(causes: StoreRefusal['causes'], text: string): StoreRefusal['causes'] {
  return causes[0] === 'access-denied' && /<Message>\s?<\/Message>|<Message\s?\/>/.test(text)
    ? ['access-denied', 'rules-refused']
    : causes;
}

function element(text: string, name: string): string | null {
  return new RegExp(`<${name}>\\s*([^<\\s]{1,1024})\\s*</${name}>`).exec(text)?.[1] ?? null;
}

const METHODS: ReadonlySet<string> = new Set(['GET', 'PUT', 'POST', 'DELETE', 'HEAD', 'PATCH']);

/** COS names the address as `Resource`, S3 the method that a preflight asked for. */
function requestOf(text: string): Partial<PageRequest> {
  const method = element(text, 'Method');
  const resource = element(text, 'Resource');
  const url =
    resource !== null && /^[a-z0-9.-]+\.[a-z]+\//.test(resource) ? `https://${resource}` : null;
  return {
    ...(method !== null && METHODS.has(method) ? { method } : {}),
    ...(url !== null && readTarget(url) !== null ? { url } : {})
  };
}

/** The store by what only its bodies hold: `HostId` of OSS is a host, `Resource` of COS an address, `TraceId` is COS's and `EC` OSS's. */
function storeOfBody(text: string): Symptom['store'] {
  for (const name of ['HostId', 'Resource', 'Endpoint', 'HostName']) {
    const store = storeOfAddress(`https://${element(text, name) ?? ''}`);
    if (store !== null) return store;
  }
  if (element(text, 'TraceId') !== null) return 'tencent-cos';
  if (element(text, 'EC') !== null) return 'alibaba-oss';
  return /<Details>|storage\.googleapis\.com/.test(text) &&
    /storage\.(?:objects|buckets)\./.test(text)
    ? 'google-cloud-storage'
    : null;
}
