import type { WireRequest } from '../model.ts';
import { shellById, type ShellId } from '../save/shell.ts';

/** A curl command that sends `request` to `url` and prints the answer's headers; safe to paste into that shell. */
export function curlOf(request: WireRequest, url: string, shell: ShellId = 'sh'): string {
  const { curl, quoted, continued } = shellById(shell);
  const method = request.method === 'HEAD' ? '--head' : `--request ${quoted(request.method)}`;
  const headers = request.headers.map(([name, value]) =>
    value === '' ? `--header ${quoted(`${name};`)}` : `--header ${quoted(`${name}: ${value}`)}`
  );
  return [`${curl} --include`, method, ...headers, quoted(url)].join(continued);
}
