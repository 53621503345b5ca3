import {
  ENGINE_IDS,
  providers,
  type CredentialsMode,
  type Header,
  type PageRequest
} from '#engine';
import type { Draft, StoredDocument } from '../document.ts';

const VERSION = 1;
const CREDENTIALS: readonly CredentialsMode[] = ['omit', 'same-origin', 'include'];

type StoredFields = Readonly<Record<string, unknown>>;

const fieldsOf = (value: unknown): StoredFields | null =>
  typeof value === 'object' && value !== null ? (value as StoredFields) : null;

const isText = (value: unknown): value is string => typeof value === 'string';

const isHeader = (value: unknown): value is Header =>
  Array.isArray(value) && value.length === 2 && value.every(isText);

function requestOf(value: unknown): PageRequest | null {
  const fields = fieldsOf(value);
  if (fields === null) return null;
  const { pageOrigin, method, url, headers, needs } = fields;
  const credentials = CREDENTIALS.find((mode) => mode === fields.credentials);
  if (!isText(pageOrigin) || !isText(method) || !isText(url) || !credentials) return null;
  if (!Array.isArray(headers) || !headers.every(isHeader)) return null;
  if (!Array.isArray(needs) || !needs.every(isText)) return null;
  return { pageOrigin, method, url, headers, credentials, needs };
}

function draftOf(value: unknown): Draft | null {
  const fields = fieldsOf(value);
  const provider = providers.find(({ id }) => id === fields?.provider);
  const request = requestOf(fields?.request);
  if (!provider || !request || !isText(fields?.rules)) return null;
  // Documents of before there was a choice hold no `chosen`, and those of before there were browsers no `engine`.
  const engine = ENGINE_IDS.find((id) => id === fields.engine) ?? 'chromium';
  const { rules, chosen } = fields;
  return { provider: provider.id, chosen: chosen === true, rules, request, engine };
}

function fieldsIn(stored: string): StoredFields | null {
  try {
    return fieldsOf(JSON.parse(stored));
  } catch {
    return null;
  }
}

/** Reads a stored document; null for anything that this version did not write. Never throws. */
export function parseDocument(stored: string): StoredDocument | null {
  const fields = fieldsIn(stored);
  const draft = draftOf(fields?.draft);
  if (fields?.version !== VERSION || !draft) return null;
  return { draft, readable: isText(fields.readable) ? fields.readable : null };
}

/** `revision` tells a writing of the document from every other one. */
export const printDocument = (kept: StoredDocument, revision: string): string =>
  JSON.stringify({ version: VERSION, revision, ...kept });

/** Null where the text has none. */
export function revisionOf(stored: string): string | null {
  const revision = fieldsIn(stored)?.revision;
  return isText(revision) ? revision : null;
}

/** Unlike all others, in every tab. */
export const newRevision = (): string => crypto.getRandomValues(new Uint32Array(2)).join('-');
