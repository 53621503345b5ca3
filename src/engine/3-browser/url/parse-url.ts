/**
 * Reads an address as a browser does; null where it is none. `URL.canParse` is not asked: on Node.js 20 it says no to names
 * beyond ASCII once it has been called often enough to be compiled. https://github.com/nodejs/node/issues/48816
 */
export function parseUrl(text: string, base?: string): URL | null {
  try {
    return new URL(text, base);
  } catch {
    return null;
  }
}
