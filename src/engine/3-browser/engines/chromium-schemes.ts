/** The schemes of a CORS request, in the order of the console's message. */
export const CORS_SCHEMES = [
  'chrome',
  'chrome-experimental-site-token-provider',
  'chrome-extension',
  'chrome-untrusted',
  'data',
  'http',
  'https',
  'isolated-app'
];

/** Schemes that Chromium serves itself, and to which it lets no server lead: about, blob, data and file in tests/live. */
export const OWN_SCHEMES: ReadonlySet<string> = new Set([
  ...CORS_SCHEMES.filter((scheme) => !scheme.startsWith('http')),
  'about',
  'blob',
  'file'
]);
