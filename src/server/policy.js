/**
 * What the page may load, and the headers that say so. Plain JavaScript, since svelte.config.js reads it too.
 * Styles may be inline because CodeMirror adds `<style>` elements; scripts may not.
 * https://www.w3.org/TR/CSP3/
 */

/** Directives that a `<meta>` element may hold; one there ignores `frame-ancestors`. */
export const META_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'"
].join('; ');

/** Headers of every answer. A page is asked for again each time; hashed assets set their own `Cache-Control`. */
export const HEADERS = Object.entries({
  'Content-Security-Policy': `${META_POLICY}; frame-ancestors 'none'`,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'Cache-Control': 'no-cache'
});
