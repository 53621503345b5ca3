import { readTarget } from '../3-browser/url/target.ts';
import { storeOfAddress } from './store-of.ts';
import type { PageRequest } from '../model.ts';
import type { Clue } from './symptom.ts';

/** How objects that are printed name the address and the method of a call: `url: "https://…"`, `uri=https://…`. */
const NAMED = /\b(?:request_?)?ur[li]["']?\s?[:=]\s?["'`]?(https?:\/\/[^\s"'`<>,)}\]]{1,4096})/i;
const METHOD = /\bmethod["']?\s?[:=]\s?["'`]?(GET|HEAD|PUT|POST|DELETE|PATCH)\b/i;
const ADDRESS = /https?:\/\/[^\s"'`<>,)}\]]{1,4096}/g;
/** More addresses than this are a log, and none of them is the call's own. */
const MOST = 200;

/**
 * The call of an error that names no address itself, from what stands beside it: an address and a method that are named so, or
 * else the one address of a store in the text. Null where there is none. Linear in the text.
 */
export function mentionedCall(text: string): Clue | null {
  const url = NAMED.exec(text)?.[1] ?? onlyStoreAddress(text);
  const method = METHOD.exec(text)?.[1]?.toUpperCase();
  const request: Partial<PageRequest> = {
    ...(url !== null && readTarget(url) !== null ? { url } : {}),
    ...(method === undefined ? {} : { method })
  };
  if (Object.keys(request).length === 0) return null;
  return { kind: 'script-error', span: { from: text.length, to: text.length }, request };
}

function onlyStoreAddress(text: string): string | null {
  const written = [...text.matchAll(ADDRESS)].map(([address]) => address.replace(/[.:;]+$/, ''));
  if (written.length > MOST) return null;
  const ofStores = new Set(written.filter((address) => storeOfAddress(address) !== null));
  const [only = null] = ofStores;
  return ofStores.size === 1 ? only : null;
}
