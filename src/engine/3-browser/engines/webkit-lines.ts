import { line } from './console-line.ts';

/** What WebKit's console says: Source/WebCore/loader/CrossOriginAccessControl.cpp and its neighbours, and the recordings. */
export const WEBKIT = {
  notAllowed: line`Origin ${'origin'} is not allowed by Access-Control-Allow-Origin. Status code: ${'status'}`,
  allowOriginSeveral: line`Access-Control-Allow-Origin cannot contain more than one origin.`,
  wildcard: line`Cannot use wildcard in Access-Control-Allow-Origin when credentials flag is true.`,
  allowCredentials: line`Credentials flag is true, but Access-Control-Allow-Credentials is not "true".`,
  preflightStatus: line`Preflight response is not successful. Status code: ${'status'}`,
  methodsInvalid: line`Header Access-Control-Allow-Methods has an invalid value: ${'value'}`,
  headersInvalid: line`Header Access-Control-Allow-Headers has an invalid value: ${'value'}`,
  method: line`Method ${'method'} is not allowed by Access-Control-Allow-Methods.`,
  header: line`Request header field ${'header'} is not allowed by Access-Control-Allow-Headers.`,
  deniedRedirect: line`Cross-origin redirection to ${'location'} denied by Cross-Origin Resource Sharing policy: ${'reason'}`,
  redirectCredentials: line`redirection URL ${'location'} has credentials`,
  redirectScheme: line`not allowed to follow a cross-origin CORS redirection with non CORS scheme`,
  ftp: line`FTP URLs are disabled`,
  redirectTooMany: line`Load cannot follow more than 20 redirections`,
  redirectNotAllowed: line`Not allowed to follow a redirection while loading ${'url'}`,
  refused: line`Could not connect to ${'host'}: Connection refused`,
  terminated: line`Connection terminated unexpectedly`,
  unsafeAttempt: line`Unsafe attempt to load URL ${'url'} from origin ${'origin'}. Domains, protocols and ports must match.`,
  cannotLoad: line`Fetch API cannot load ${'url'}.`,
  modeNoCors: line`No-Cors mode requires follow redirect mode`,
  scheme: line`Cross origin requests are only supported for HTTP.`,
  resourcePolicy: line`Cancelled load to ${'url'} because it violates the resource's Cross-Origin-Resource-Policy response header.`
} as const;
