/** Origins in which the port goes without saying. */
import type { Pattern } from './pattern.ts';

const DEFAULT_PORTS: ReadonlyMap<string, string> = new Map(
  Object.entries<string>({ 'http:': '80', 'https:': '443' })
);

/** The same without a port that is its scheme's own. https://url.spec.whatwg.org/#default-port */
export function withoutDefaultPort(origin: string): string {
  const port = DEFAULT_PORTS.get(origin.slice(0, origin.indexOf(':') + 1));
  return port !== undefined && origin.endsWith(`:${port}`)
    ? origin.slice(0, -port.length - 1)
    : origin;
}

/** The pattern of one origin, which is taken with its default port and without it. */
export function eitherPort(origin: string): Pattern {
  const short = withoutDefaultPort(origin);
  const [scheme = '', host = ''] = short.split('//');
  const port = DEFAULT_PORTS.get(scheme);
  const hasPort = /:\d*$/.test(host.slice(host.lastIndexOf(']') + 1));
  return port === undefined || host === '' || hasPort
    ? { kind: 'literal', text: origin }
    : { kind: 'either', texts: [short, `${short}:${port}`] };
}
