import type { WireRequest } from '../model.ts';
import { scrubHeaders, scrubUrl } from '../secrets/index.ts';
import { shellById, type ShellId } from './shell.ts';

/** Brackets and braces in an address make curl send a request for each of what it reads as a range or a list. */
const globbed = (url: string): boolean => /[[\]{}]/.test(url);

/**
 * A curl command that sends `request` to `url`; safe to paste into that shell. `flags` say what is printed, as they stand in
 * the command: the answer's headers and its body where none are given. Secrets are
 * left out: who sends it puts them in again.
 */
export function curlOf(
  request: WireRequest,
  url: string,
  flags: readonly string[] = ['--include'],
  shell: ShellId = 'sh'
): string {
  const { curl, quoted, continued } = shellById(shell);
  const method = request.method === 'HEAD' ? '--head' : `--request ${quoted(request.method)}`;
  const address = scrubUrl(url).value;
  const headers = scrubHeaders(request.headers).value.map(([name, value]) =>
    value === '' ? `--header ${quoted(`${name};`)}` : `--header ${quoted(`${name}: ${value}`)}`
  );
  const literally = globbed(address) ? ['--globoff'] : [];
  const [first = '', ...rest] = [...flags, ...literally, method, ...headers, quoted(address)];
  return [`${curl} ${first}`, ...rest].join(continued);
}
