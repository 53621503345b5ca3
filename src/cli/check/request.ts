import { InvalidArgumentError } from 'commander';
import type { CredentialsMode, Header, PageRequest } from '#engine';
import { m } from '../../paraglide/messages.js';

/** The options of `check` that describe the page's call, as commander gives them. */
export interface RequestOptions {
  origin: string;
  method: string;
  url: string;
  header?: Header[];
  credentials: CredentialsMode;
  needs?: string[];
}

/** One `--header 'Name: value'`, added to those before it. A value may be empty, as in `Name:`. */
export function addHeader(line: string, before: readonly Header[] = []): Header[] {
  const colon = line.indexOf(':');
  const name = line.slice(0, Math.max(colon, 0)).trim();
  if (name === '') throw new InvalidArgumentError(m['cli.check.header.invalid']());
  return [...before, [name, line.slice(colon + 1).trim()]];
}

/** One `--needs NAME`, added to those before it; `A,B` names two. */
export function addNeeds(names: string, before: readonly string[] = []): string[] {
  const added = names.split(',').map((name) => name.trim());
  return [...before, ...added.filter((name) => name !== '')];
}

export function pageRequestOf(options: RequestOptions): PageRequest {
  const { origin, method, url, header = [], credentials, needs = [] } = options;
  return { pageOrigin: origin, method, url, headers: header, credentials, needs };
}
