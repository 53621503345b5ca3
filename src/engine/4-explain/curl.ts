import type { WireRequest } from '../model.ts';

/** A POSIX-shell word that stands for exactly `text`. */
const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/** A curl command that sends `request` to `url` and prints the answer's headers; safe to paste into sh. */
export function curlOf(request: WireRequest, url: string): string {
  const method = request.method === 'HEAD' ? '--head' : `--request ${quoted(request.method)}`;
  const headers = request.headers.map(([name, value]) =>
    value === '' ? `--header ${quoted(`${name};`)}` : `--header ${quoted(`${name}: ${value}`)}`
  );
  return ['curl --include', method, ...headers, quoted(url)].join(' \\\n  ');
}
