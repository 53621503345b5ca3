import {
  ENGINE_IDS,
  providers,
  type CredentialsMode,
  type Header,
  type PageRequest
} from '#engine';
import type { Draft, StoredDocument, DocumentStorage } from './document.ts';

const KEY = 'preflight';
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

/** Reads a stored document; null for anything that this version did not write. Never throws. */
export function parseKept(stored: string): StoredDocument | null {
  let value: unknown;
  try {
    value = JSON.parse(stored);
  } catch {
    return null;
  }
  const fields = fieldsOf(value);
  const draft = draftOf(fields?.draft);
  if (fields?.version !== VERSION || !draft) return null;
  return { draft, readable: isText(fields.readable) ? fields.readable : null };
}

export const printKept = (kept: StoredDocument): string =>
  JSON.stringify({ version: VERSION, ...kept });

/**
 * The document in the browser's storage. `storage` is asked for anew each time, since a browser that blocks
 * storage throws already there; a document that cannot be kept is still good on the page. `later` says when it is written.
 */
export function browserStore(
  storage: () => Storage,
  later: (write: () => void) => void = (write) => write()
): DocumentStorage {
  return {
    load() {
      try {
        return parseKept(storage().getItem(KEY) ?? '');
      } catch {
        return null;
      }
    },
    save(kept) {
      later(() => {
        try {
          storage().setItem(KEY, printKept(kept));
        } catch {
          return;
        }
      });
    }
  };
}
