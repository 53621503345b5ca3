export type EngineId = 'standard' | 'chromium' | 'firefox' | 'webkit';

/**
 * Where an engine may leave the Fetch standard. Each field is one difference; the files of `engines/` say who differs, and
 * where that was seen.
 */
export interface BrowserRules {
  // What needs a preflight

  /** Bytes from 0x80 up make a value of Accept or Content-Type unsafe. */
  highBytesUnsafe: boolean;
  /** A name given twice is judged by its joined value, not line by line. */
  judgesJoinedValue: boolean;
  /** All safelisted values together may not be longer than this, in bytes; null is no limit. */
  totalLimit: number | null;
  /** `Bytes=0-1` is as good as `bytes=0-1`. */
  rangeUnitAnyCase: boolean;
  /** The positions of a range must be below this; null is no limit. */
  rangeBelow: bigint | null;
  /** Names, lower case, safelisted beyond the standard's, each with the values that are. */
  extraSafelisted: ReadonlyMap<string, RegExp>;
  /** Names, lower case, that a script cannot set beyond the standard's. */
  extraForbidden: ReadonlySet<string>;
  /** Access-Control-Request-Headers names a header as often as the script gave it. */
  repeatsNames: boolean;
  /** What becomes of a ReadableStream as a body. */
  streamBody: 'sent' | 'needs-http2' | 'as-text' | 'unsupported';
  /** A stream makes a same-origin call one with CORS. */
  streamBringsCors: boolean;
  /** Listeners on an upload count only where there is something to upload. */
  listenerNeedsBody: boolean;
  /** Listeners on an upload that the script waits for do not count. */
  listenerNeedsAsync: boolean;

  // Redirects

  /** A Location without a value is none. */
  skipsEmptyLocation: boolean;
  /** Without a Location no answer is a redirect, not even where redirects are an error. */
  redirectNeedsLocation: boolean;
  /** A Location that is no address, or several that differ, break the connection, whatever else the answer holds. */
  refusesInvalidLocation: boolean;
  /** How many redirects a `keepalive` call follows. */
  keepaliveRedirects: number;
  /** Where CORS forbids a user name in a Location, it does so before the mode of redirects is looked at. */
  userNameBeforeMode: boolean;
  /** Schemes of a Location that are refused before the mode of redirects is looked at. */
  refusedSchemes: ReadonlySet<string>;
  /** A Location with a user name is refused without CORS too. */
  refusesUserName: boolean;
  /** Without CORS, any redirect to another origin makes the Origin `null`. */
  taintsWithoutCors: boolean;
  /** Names, lower case, that are left out after a redirect to an origin that is not the page's; not of a `keepalive` call. */
  redirectDrops: ReadonlySet<string>;
  /**
   * Whether a call that had a preflight has one at each further address: where it still needs one, always, or always
   * and with the headers of the first request.
   */
  preflightAgain: 'if-needed' | 'always' | 'always-as-first';
  /** A preflight names the page's origin even where the actual request says `null`. */
  preflightKeepsOrigin: boolean;

  // How an answer is checked

  /** The order in which the conditions on a preflight's answer are tried: the first that fails names the cause. */
  checkOrder: readonly PreflightCheck[];
  /** `Access-Control-Allow-Headers: *` lets Authorization through. */
  starCoversAuthorization: boolean;
  /** An address of the own machine is not mixed content for a page over TLS. */
  trustsLoopback: boolean;
  /** Two ports of one IP address are one site. */
  addressIsSite: boolean;
  /** A 407 from a server that is no proxy breaks the connection. */
  refuses407: boolean;
  /** The answer of a `data:` address has a Content-Length. */
  dataHasLength: boolean;

  // The preflight cache

  /** Seconds for a max age that is not all digits; null where the answer is then not kept. */
  maxAgeOfInvalid: (value: string) => number | null;
  /** The most that is kept, in seconds. */
  maxAgeCap: number;
  cache: CacheRules;
}

export interface CacheRules {
  /** Methods that need no entry of their own. */
  freeMethods: ReadonlySet<string>;
  /** A `*` that was kept serves other methods and headers. */
  starServes: boolean;
  /** A `*` that was kept with credentials is a name like any other, even for a request without them. */
  credentialedStarIsName: boolean;
  /** A `*` that was kept serves Authorization. */
  starServesAuthorization: boolean;
  /** An entry made with credentials serves a request without them. */
  credentialsServeBoth: boolean;
  /** Cache modes of a request that pass the preflight cache by. */
  skippedBy: ReadonlySet<string>;
  /** Names, lower case, of headers that do the same where the cache mode is the default. */
  skippedByHeaders: ReadonlySet<string>;
  /** An entry goes when the actual request fails. */
  droppedOnFailure: boolean;
  /**
   * Answers are kept whatever the origin. Where not: a page of an opaque origin keeps them no longer than a call lasts, and a
   * call that redirects have tainted keeps none.
   */
  servesOpaque: boolean;
}

export type PreflightCheck =
  | 'redirect'
  | 'allow-origin'
  | 'status'
  | 'methods-syntax'
  | 'headers-syntax'
  | 'method'
  | 'headers';
