import { line } from './console-line.ts';

/**
 * What Firefox's console says; the name after each reason is its key in security.properties.
 * A refusal is `blocked` with one of the reasons, and a few end in a status.
 */
export const FIREFOX = {
  blocked: line`Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at ${'url'}. (Reason: ${'reason'}).`,
  status: line` Status code: ${'status'}.`,
  // CORSMissingAllowOrigin2
  allowOriginMissing: line`CORS header ‘Access-Control-Allow-Origin’ missing`,
  // CORSMultipleAllowOriginNotAllowed
  allowOriginSeveral: line`Multiple CORS header ‘Access-Control-Allow-Origin’ not allowed`,
  // CORSAllowOriginNotMatchingOrigin
  allowOriginDiffers: line`CORS header ‘Access-Control-Allow-Origin’ does not match ‘${'value'}’`,
  // CORSNotSupportingCredentials
  wildcard: line`Credential is not supported if the CORS header ‘Access-Control-Allow-Origin’ is ‘*’`,
  // CORSMissingAllowCredentials
  allowCredentials: line`expected ‘true’ in CORS header ‘Access-Control-Allow-Credentials’`,
  // CORSPreflightDidNotSucceed3
  preflightStatus: line`CORS preflight response did not succeed`,
  // CORSExternalRedirectNotAllowed
  preflightRedirect: line`CORS request external redirect not allowed`,
  // CORSInvalidAllowMethod
  methodsInvalid: line`invalid token ‘${'value'}’ in CORS header ‘Access-Control-Allow-Methods’`,
  // CORSInvalidAllowHeader
  headersInvalid: line`invalid token ‘${'value'}’ in CORS header ‘Access-Control-Allow-Headers’`,
  // CORSMethodNotFound
  method: line`Did not find method in CORS header ‘Access-Control-Allow-Methods’`,
  // CORSMissingAllowHeaderFromPreflight2
  header: line`header ‘${'header'}’ is not allowed according to header ‘Access-Control-Allow-Headers’ from CORS preflight response`,
  // CORSDidNotSucceed2
  notSucceeded: line`CORS request did not succeed`,
  // CORSRequestNotHttp
  notHttp: line`CORS request not http`,
  // CORSAllowHeaderFromPreflightDeprecation
  byStar: line`Cross-Origin Request Warning: The Same Origin Policy will disallow reading the remote resource at ${'url'} soon. (Reason: When the \`Access-Control-Allow-Headers\` is \`*\`, the \`Authorization\` header is not covered. To include the \`Authorization\` header, it must be explicitly listed in CORS header \`Access-Control-Allow-Headers\`).`,
  localFile: line`Security Error: Content at ${'page'} may not load or link to ${'url'}.`,
  modeSameOrigin: line`Security Error: Content at ${'page'} may not load data from ${'url'}.`,
  resourcePolicy: line`The resource at “${'url'}” was blocked due to its Cross-Origin-Resource-Policy header (or lack thereof). See https://developer.mozilla.org/docs/Web/HTTP/Cross-Origin_Resource_Policy_(CORP)#`
} as const;
