import type { CheckId } from '../args.ts';
import type { AnyCheck } from '../check.ts';
import { exposeAny } from './expose-any.ts';
import { exposeEtagMissing } from './expose-etag-missing.ts';
import { exposeSafelisted } from './expose-safelisted.ts';
import { exposeSetCookie } from './expose-set-cookie.ts';
import { exposeWildcard } from './expose-wildcard.ts';
import { fieldNotKept } from './field-not-kept.ts';
import { formatForeign } from './format-foreign.ts';
import { headerAccessControl } from './header-access-control.ts';
import { headerColon } from './header-colon.ts';
import { headerCovered } from './header-covered.ts';
import { headerForbidden } from './header-forbidden.ts';
import { headerMalformed } from './header-malformed.ts';
import { headerSafelisted } from './header-safelisted.ts';
import { headerTwoWildcards } from './header-two-wildcards.ts';
import { headerUnderscore } from './header-underscore.ts';
import { headerUpperCase } from './header-upper-case.ts';
import { headerWildcardUntaken } from './header-wildcard-untaken.ts';
import { maxAgeCapped } from './max-age-capped.ts';
import { maxAgeMissing } from './max-age-missing.ts';
import { maxAgeNotNumber } from './max-age-not-number.ts';
import { maxAgeZero } from './max-age-zero.ts';
import { methodLowerCase } from './method-lower-case.ts';
import { methodOptions } from './method-options.ts';
import { methodUnknown } from './method-unknown.ts';
import { originAnyEchoed } from './origin-any-echoed.ts';
import { originAnyScheme } from './origin-any-scheme.ts';
import { originAnyWithCredentials } from './origin-any-with-credentials.ts';
import { originAnyWrites } from './origin-any-writes.ts';
import { originBareWildcard } from './origin-bare-wildcard.ts';
import { originCovered } from './origin-covered.ts';
import { originDefaultPort } from './origin-default-port.ts';
import { originHttpBesideHttps } from './origin-http-beside-https.ts';
import { originLookAlike } from './origin-look-alike.ts';
import { originMalformed } from './origin-malformed.ts';
import { originNotPunycode } from './origin-not-punycode.ts';
import { originNull } from './origin-null.ts';
import { originOpenEnd } from './origin-open-end.ts';
import { originPath } from './origin-path.ts';
import { originPortMissing } from './origin-port-missing.ts';
import { originRegex } from './origin-regex.ts';
import { originSchemeMissing } from './origin-scheme-missing.ts';
import { originTrailingSlash } from './origin-trailing-slash.ts';
import { originTwoWildcards } from './origin-two-wildcards.ts';
import { originUpperCase } from './origin-upper-case.ts';
import { originWildcardUntaken } from './origin-wildcard-untaken.ts';
import { ruleIdTwice } from './rule-id-twice.ts';
import { ruleNeverAnswers } from './rule-never-answers.ts';
import { ruleRefused } from './rule-refused.ts';
import { ruleTwice } from './rule-twice.ts';
import { ruleWithoutMethods } from './rule-without-methods.ts';
import { ruleWithoutOrigins } from './rule-without-origins.ts';
import { rulesRefused } from './rules-refused.ts';
import { rulesTooMany } from './rules-too-many.ts';
import { valueEmpty } from './value-empty.ts';
import { valueSeveral } from './value-several.ts';
import { valueSpaces } from './value-spaces.ts';
import { valueTooLong } from './value-too-long.ts';
import { valueTwice } from './value-twice.ts';
import { valueUnseen } from './value-unseen.ts';
import { varyElsewhere } from './vary-elsewhere.ts';
import { varyNotBoolean } from './vary-not-boolean.ts';
import { varyOff } from './vary-off.ts';

/** Every check, in the order in which they run and are listed. A new one is one file and one line. */
export const CHECKS: readonly AnyCheck[] = [
  valueEmpty,
  valueUnseen,
  valueSeveral,
  valueSpaces,
  valueTwice,
  valueTooLong,
  originSchemeMissing,
  originBareWildcard,
  originAnyScheme,
  originTrailingSlash,
  originPath,
  originUpperCase,
  originDefaultPort,
  originPortMissing,
  originNotPunycode,
  originRegex,
  originMalformed,
  originTwoWildcards,
  originWildcardUntaken,
  originLookAlike,
  originOpenEnd,
  originNull,
  originHttpBesideHttps,
  originCovered,
  originAnyWrites,
  originAnyEchoed,
  originAnyWithCredentials,
  methodUnknown,
  methodLowerCase,
  methodOptions,
  headerColon,
  headerMalformed,
  headerUnderscore,
  headerUpperCase,
  headerTwoWildcards,
  headerWildcardUntaken,
  headerAccessControl,
  headerForbidden,
  headerSafelisted,
  headerCovered,
  exposeAny,
  exposeWildcard,
  exposeSafelisted,
  exposeSetCookie,
  exposeEtagMissing,
  maxAgeMissing,
  maxAgeNotNumber,
  maxAgeZero,
  maxAgeCapped,
  varyOff,
  varyElsewhere,
  varyNotBoolean,
  ruleWithoutOrigins,
  ruleWithoutMethods,
  ruleTwice,
  ruleNeverAnswers,
  ruleIdTwice,
  fieldNotKept,
  formatForeign,
  rulesTooMany,
  ruleRefused,
  rulesRefused
];

/** Whether a text names a check. */
export const isCheckId = (id: string): id is CheckId => CHECKS.some((check) => check.id === id);
