/**
 * What the consoles say for each cause, written down by hand beside the engine's own templates: as recorded in Chromium 156,
 * Firefox 153 and WebKitGTK 2.50, or (where a comment says so) as the browsers hold the text.
 */
import type { SymptomCode } from '../symptom.ts';

type MessageRow = readonly [
  what: string,
  cause: SymptomCode,
  lines: { chromium?: string; firefox?: string; webkit?: string }
];

const ACCESS =
  "Access to fetch at 'https://bucket.example/k?x=1' from origin 'https://app.example' has been blocked by CORS policy: ";
const PREFLIGHT = "Response to preflight request doesn't pass access control check: ";
const BLOCKED =
  'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at https://bucket.example/k?x=1. (Reason: ';
const FETCH = ' Have the server send the header with a valid value.';
const OLD_FETCH =
  " Have the server send the header with a valid value, or, if an opaque response serves your needs, set the request's mode to 'no-cors' to fetch the resource with CORS disabled.";

export const CATALOGUE: readonly MessageRow[] = [
  [
    'no Access-Control-Allow-Origin on the actual answer',
    'allow-origin-missing',
    {
      chromium: `${ACCESS}No 'Access-Control-Allow-Origin' header is present on the requested resource.`,
      firefox: `${BLOCKED}CORS header ‘Access-Control-Allow-Origin’ missing). Status code: 200.`,
      webkit:
        'Origin https://app.example is not allowed by Access-Control-Allow-Origin. Status code: 200'
    }
  ],
  [
    'the same in Chromium up to 132',
    'allow-origin-missing',
    {
      chromium: `${ACCESS}No 'Access-Control-Allow-Origin' header is present on the requested resource. If an opaque response serves your needs, set the request's mode to 'no-cors' to fetch the resource with CORS disabled.`
    }
  ],
  [
    'no Access-Control-Allow-Origin on the preflight',
    'allow-origin-missing',
    {
      chromium: `${ACCESS}${PREFLIGHT}No 'Access-Control-Allow-Origin' header is present on the requested resource.`,
      firefox: `${BLOCKED}CORS header ‘Access-Control-Allow-Origin’ missing). Status code: 403.\n${BLOCKED}CORS request did not succeed). Status code: (null).`,
      webkit:
        'Origin https://app.example is not allowed by Access-Control-Allow-Origin. Status code: 204'
    }
  ],
  [
    'another origin',
    'allow-origin-mismatch',
    {
      chromium: `${ACCESS}The 'Access-Control-Allow-Origin' header has a value 'https://app.example/' that is not equal to the supplied origin.${FETCH}`,
      firefox: `${BLOCKED}CORS header ‘Access-Control-Allow-Origin’ does not match ‘https://app.example/’).`
    }
  ],
  [
    'another origin, on the preflight of an XMLHttpRequest',
    'allow-origin-mismatch',
    {
      chromium: `Access to XMLHttpRequest at 'https://bucket.example/k' from origin 'https://app.example' has been blocked by CORS policy: ${PREFLIGHT}The 'Access-Control-Allow-Origin' header has a value 'null' that is not equal to the supplied origin.`
    }
  ],
  [
    'several origins',
    'allow-origin-twice',
    {
      chromium: `${ACCESS}The 'Access-Control-Allow-Origin' header contains multiple values 'https://a.example, https://b.example', but only one is allowed.${OLD_FETCH}`,
      firefox: `${BLOCKED}Multiple CORS header ‘Access-Control-Allow-Origin’ not allowed).`,
      webkit: 'Access-Control-Allow-Origin cannot contain more than one origin.'
    }
  ],
  [
    'no origin at all',
    'allow-origin-mismatch',
    {
      chromium: `${ACCESS}The 'Access-Control-Allow-Origin' header contains the invalid value 'app.example'.${FETCH}`,
      firefox: `${BLOCKED}CORS header ‘Access-Control-Allow-Origin’ does not match ‘app.example’).`
    }
  ],
  [
    '* with credentials',
    'credentials-with-wildcard',
    {
      chromium: `${ACCESS}The value of the 'Access-Control-Allow-Origin' header in the response must not be the wildcard '*' when the request's credentials mode is 'include'. The credentials mode of requests initiated by the XMLHttpRequest is controlled by the withCredentials attribute.`,
      firefox:
        'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at ‘https://bucket.example/k?x=1’. (Reason: Credential is not supported if the CORS header ‘Access-Control-Allow-Origin’ is ‘*’).',
      webkit: 'Cannot use wildcard in Access-Control-Allow-Origin when credentials flag is true.'
    }
  ],
  [
    'no Access-Control-Allow-Credentials',
    'allow-credentials-missing',
    {
      chromium: `${ACCESS}The value of the 'Access-Control-Allow-Credentials' header in the response is '' which must be 'true' when the request's credentials mode is 'include'.`,
      firefox: `${BLOCKED}expected ‘true’ in CORS header ‘Access-Control-Allow-Credentials’).`,
      webkit: 'Credentials flag is true, but Access-Control-Allow-Credentials is not "true".'
    }
  ],
  [
    'a preflight with an error status',
    'preflight-status',
    {
      chromium: `${ACCESS}${PREFLIGHT}It does not have HTTP ok status.`,
      firefox: `${BLOCKED}CORS preflight response did not succeed). Status code: 403.`,
      webkit: 'Preflight response is not successful. Status code: 403'
    }
  ],
  [
    'a preflight that is redirected',
    'preflight-redirect',
    {
      chromium: `${ACCESS}${PREFLIGHT}Redirect is not allowed for a preflight request.`,
      firefox: `${BLOCKED}CORS request external redirect not allowed).`
    }
  ],
  [
    'a method that is not allowed',
    'method-not-in-answer',
    {
      chromium: `${ACCESS}Method PUT is not allowed by Access-Control-Allow-Methods in preflight response.`,
      firefox: `${BLOCKED}Did not find method in CORS header ‘Access-Control-Allow-Methods’).`,
      webkit: 'Method PUT is not allowed by Access-Control-Allow-Methods.'
    }
  ],
  [
    'a header that is not allowed',
    'header-not-in-answer',
    {
      chromium: `${ACCESS}Request header field x-foo is not allowed by Access-Control-Allow-Headers in preflight response.`,
      firefox: `${BLOCKED}header ‘x-foo’ is not allowed according to header ‘Access-Control-Allow-Headers’ from CORS preflight response).`,
      webkit: 'Request header field X-Foo is not allowed by Access-Control-Allow-Headers.'
    }
  ],
  [
    'methods that cannot be read',
    'allow-methods-invalid',
    {
      chromium: `${ACCESS}Cannot parse Access-Control-Allow-Methods response header field in preflight response.`,
      firefox: `${BLOCKED}invalid token ‘P@T’ in CORS header ‘Access-Control-Allow-Methods’).`,
      webkit: 'Header Access-Control-Allow-Methods has an invalid value: P@T'
    }
  ],
  [
    'headers that cannot be read',
    'allow-headers-invalid',
    {
      chromium: `${ACCESS}Cannot parse Access-Control-Allow-Headers response header field in preflight response.`,
      firefox: `${BLOCKED}invalid token ‘x@’ in CORS header ‘Access-Control-Allow-Headers’).`,
      webkit: 'Header Access-Control-Allow-Headers has an invalid value: x@'
    }
  ],
  [
    'a redirect to an address with a user name',
    'redirect-credentials',
    {
      chromium: `${ACCESS}Redirect location '' contains a username and password, which is disallowed for cross-origin requests.`,
      webkit:
        'Cross-origin redirection to https://b.example/h denied by Cross-Origin Resource Sharing policy: redirection URL https://u:p@b.example/h has credentials'
    }
  ],
  [
    'a redirect that is itself refused',
    'allow-origin-missing',
    {
      chromium:
        "Access to fetch at 'https://b.example/h' (redirected from 'https://bucket.example/k?x=1') from origin 'https://app.example' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.",
      webkit:
        'Cross-origin redirection to https://b.example/h denied by Cross-Origin Resource Sharing policy: Origin https://app.example is not allowed by Access-Control-Allow-Origin. Status code: 302'
    }
  ],
  [
    'a scheme without CORS',
    'scheme-unsupported',
    {
      chromium: 'Fetch API cannot load foo:bar. URL scheme "foo" is not supported.',
      firefox: `Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at foo:bar. (Reason: CORS request not http).`,
      webkit: 'Cross origin requests are only supported for HTTP.'
    }
  ],
  [
    'a redirect to such a scheme',
    'redirect-scheme',
    {
      chromium: `${ACCESS}Cross origin requests are only supported for protocol schemes: chrome, chrome-extension, data, http, https.`,
      webkit:
        'Cross-origin redirection to foo:bar denied by Cross-Origin Resource Sharing policy: not allowed to follow a cross-origin CORS redirection with non CORS scheme'
    }
  ],
  [
    'mode same-origin',
    'mode-same-origin',
    {
      chromium:
        'Fetch API cannot load https://bucket.example/k?x=1. Request mode is "same-origin" but the URL\'s origin is not same as the request origin https://app.example.',
      webkit: 'Fetch API cannot load https://bucket.example/k?x=1.'
    }
  ],
  [
    'the same, as the browsers hold it',
    'mode-same-origin',
    {
      chromium: `${ACCESS}Cross origin requests are not allowed by request mode.`,
      webkit: 'Cross origin requests are not allowed when using same-origin fetch mode.'
    }
  ],
  [
    'Authorization that only * covers',
    'authorization-by-star',
    {
      chromium:
        'Authorization will not be covered by the wildcard symbol (*) in CORS `Access-Control-Allow-Headers` handling.',
      firefox:
        'Cross-Origin Request Warning: The Same Origin Policy will disallow reading the remote resource at https://bucket.example/k?x=1 soon. (Reason: When the `Access-Control-Allow-Headers` is `*`, the `Authorization` header is not covered. To include the `Authorization` header, it must be explicitly listed in CORS header `Access-Control-Allow-Headers`).'
    }
  ],
  ['CORS switched off', 'cors-disabled', { firefox: `${BLOCKED}CORS disabled).` }],
  [
    'no Origin on the request',
    'cors-disabled',
    { firefox: `${BLOCKED}CORS header ‘Origin’ cannot be added).` }
  ],
  [
    'no answer',
    'network',
    {
      chromium: 'Failed to load resource: net::ERR_CONNECTION_REFUSED',
      firefox: `${BLOCKED}CORS request did not succeed). Status code: (null).`,
      webkit: 'Could not connect to bucket.example: Connection refused'
    }
  ],
  [
    'a local address without permission',
    'local-network',
    {
      chromium: `${ACCESS}Permission was denied for this request to access the \`loopback\` address space.`
    }
  ],
  [
    'a local address from an insecure page',
    'local-network',
    {
      chromium: `${ACCESS}The request client is not a secure context and the resource is in more-private address space \`local\`.`
    }
  ],
  [
    'an address space that is another',
    'local-network',
    {
      chromium: `${ACCESS}Request had a target IP address space of \`local\` yet the resource is in address space \`public\`.`
    }
  ],
  [
    'private network access of older versions',
    'local-network',
    {
      chromium: `${ACCESS}${PREFLIGHT}No 'Access-Control-Allow-Private-Network' header was present in the preflight response for this private network request targeting the \`local\` address space.`
    }
  ],
  [
    'the same, with another value',
    'local-network',
    {
      chromium: `${ACCESS}${PREFLIGHT}The 'Access-Control-Allow-Private-Network' header in the preflight response for this private network request targeting the \`local\` address space had a value of 'yes',  not 'true'.`
    }
  ],
  ['an answer that is none', 'network', { chromium: `${ACCESS}The response is invalid.` }],
  [
    'a script with crossorigin',
    'allow-origin-missing',
    {
      chromium:
        "Access to script at 'https://bucket.example/k?x=1' from origin 'https://app.example' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.",
      webkit: 'Cross-origin script load denied by Cross-Origin Resource Sharing policy.'
    }
  ],
  [
    'media and text tracks with crossorigin',
    'allow-origin-missing',
    {
      webkit:
        'Cross-origin media resource load denied by Cross-Origin Resource Sharing policy.\nCross-origin text track load denied by Cross-Origin Resource Sharing policy.'
    }
  ],
  [
    'a redirect that is refused, without a reason',
    'redirect-scheme',
    { webkit: 'Cross-origin redirection denied by Cross-Origin Resource Sharing policy.' }
  ],
  [
    'too many redirects',
    'redirect-too-many',
    {
      chromium: 'Failed to load resource: net::ERR_TOO_MANY_REDIRECTS',
      webkit: 'Load cannot follow more than 20 redirections'
    }
  ],
  [
    'an http address on a secure page',
    'mixed-content',
    {
      chromium:
        "Mixed Content: The page at 'https://app.example/' was loaded over HTTPS, but requested an insecure resource 'http://bucket.example/k'. This request has been blocked; the content must be served over HTTPS.",
      firefox: 'Blocked loading mixed active content “http://bucket.example/k”',
      webkit:
        '[blocked] The page at https://app.example/ requested insecure content from http://bucket.example/k. This content was blocked and must be served over HTTPS.'
    }
  ]
];
