import type { WireRequest } from '../model.ts';
import { shWord } from './sh-word.ts';

/** Brackets and braces in an address make curl send a request for each of what it reads as a range or a list. */
const globbed = (url: string): boolean => /[[\]{}]/.test(url);

/**
 * A curl command that sends `request` to `url`; safe to paste into sh. `flags` say what is printed, as they stand in the
 * command: the answer's headers and its body where none are given.
 */
export function curlOf(request: WireRequest, url: string, flags = ['--include']): string {
  const method = request.method === 'HEAD' ? '--head' : `--request ${shWord(request.method)}`;
  const headers = request.headers.map(([name, value]) =>
    value === '' ? `--header ${shWord(`${name};`)}` : `--header ${shWord(`${name}: ${value}`)}`
  );
  const literally = globbed(url) ? ['--globoff'] : [];
  const [first = '', ...rest] = [...flags, ...literally, method, ...headers, shWord(url)];
  return [`curl ${first}`, ...rest].join(' \\\n  ');
}
