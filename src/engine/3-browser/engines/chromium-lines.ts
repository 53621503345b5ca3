import { line } from './console-line.ts';

/**
 * What Chromium's console says: third_party/blink/renderer/platform/loader/cors/cors_error_string.cc, and the recordings.
 * A refusal is one of the two beginnings, `preflight` where it applies, and one of the reasons.
 */
export const CHROMIUM = {
  access: line`Access to ${'kind'} at '${'url'}' from origin '${'origin'}' has been blocked by CORS policy: `,
  accessRedirected: line`Access to ${'kind'} at '${'url'}' (redirected from '${'first'}') from origin '${'origin'}' has been blocked by CORS policy: `,
  preflight: line`Response to preflight request doesn't pass access control check: `,
  allowOriginMissing: line`No 'Access-Control-Allow-Origin' header is present on the requested resource.`,
  allowOriginSeveral: line`The 'Access-Control-Allow-Origin' header contains multiple values '${'value'}', but only one is allowed.`,
  allowOriginDiffers: line`The 'Access-Control-Allow-Origin' header has a value '${'value'}' that is not equal to the supplied origin.`,
  allowOriginInvalid: line`The 'Access-Control-Allow-Origin' header contains the invalid value '${'value'}'.`,
  haveServerSend: line` Have the server send the header with a valid value.`,
  wildcard: line`The value of the 'Access-Control-Allow-Origin' header in the response must not be the wildcard '*' when the request's credentials mode is 'include'.`,
  allowCredentials: line`The value of the 'Access-Control-Allow-Credentials' header in the response is '${'value'}' which must be 'true' when the request's credentials mode is 'include'.`,
  ofXhr: line` The credentials mode of requests initiated by the XMLHttpRequest is controlled by the withCredentials attribute.`,
  preflightStatus: line`It does not have HTTP ok status.`,
  preflightRedirect: line`Redirect is not allowed for a preflight request.`,
  methodsInvalid: line`Cannot parse Access-Control-Allow-Methods response header field in preflight response.`,
  headersInvalid: line`Cannot parse Access-Control-Allow-Headers response header field in preflight response.`,
  method: line`Method ${'method'} is not allowed by Access-Control-Allow-Methods in preflight response.`,
  header: line`Request header field ${'header'} is not allowed by Access-Control-Allow-Headers in preflight response.`,
  redirectCredentials: line`Redirect location '${'location'}' contains a username and password, which is disallowed for cross-origin requests.`,
  schemes: line`Cross origin requests are only supported for protocol schemes: ${'schemes'}.`,
  notLoaded: line`Failed to load resource: net::${'error'}`,
  answered: line`Failed to load resource: the server responded with a status of ${'status'} (${'reason'})`,
  modeSameOrigin: line`Fetch API cannot load ${'url'}. Request mode is "same-origin" but the URL's origin is not same as the request origin ${'origin'}.`,
  modeNoCors: line`Fetch API cannot load ${'url'}. Request mode is "no-cors" but the redirect mode is not "follow".`,
  scheme: line`Fetch API cannot load ${'url'}. URL scheme "${'scheme'}" is not supported.`,
  unsafeAttempt: line`Unsafe attempt to load URL ${'url'} from frame with URL ${'page'}. Domains, protocols and ports must match.`,
  localFile: line`Not allowed to load local resource: ${'url'}`
} as const;
