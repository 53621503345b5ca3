/** Why Firefox refused a call: the names of its strings. */
export type FirefoxReason =
  | 'CORSDisabled'
  | 'CORSDidNotSucceed2'
  | 'CORSOriginHeaderNotAdded'
  | 'CORSExternalRedirectNotAllowed'
  | 'CORSRequestNotHttp'
  | 'CORSMissingAllowOrigin2'
  | 'CORSMultipleAllowOriginNotAllowed'
  | 'CORSAllowOriginNotMatchingOrigin'
  | 'CORSNotSupportingCredentials'
  | 'CORSMethodNotFound'
  | 'CORSMissingAllowCredentials'
  | 'CORSPreflightDidNotSucceed3'
  | 'CORSInvalidAllowMethod'
  | 'CORSInvalidAllowHeader'
  | 'CORSMissingAllowHeaderFromPreflight2'
  | 'CORSAllowHeaderFromPreflightDeprecation';

/** What Firefox's console says in one language, as its language pack has it; `%1$S` is the address, `%2$S` what the reason names. */
export interface FirefoxStrings {
  /** How lines begin, up to the reason: refusals, and the warning. Languages have several, which differ by reason and version. */
  leads: readonly string[];
  /** Why, as it follows. */
  reasons: Readonly<Record<FirefoxReason, string>>;
}
