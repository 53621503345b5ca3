import type { CheckId } from './args.ts';
import type { AnyCheck } from './check.ts';
import { exposeAny } from './checks/expose-any.ts';
import { exposeEtagMissing } from './checks/expose-etag-missing.ts';
import { exposeSafelisted } from './checks/expose-safelisted.ts';
import { exposeSetCookie } from './checks/expose-set-cookie.ts';
import { exposeWildcard } from './checks/expose-wildcard.ts';
import { fieldNotKept } from './checks/field-not-kept.ts';
import { formatForeign } from './checks/format-foreign.ts';
import { headerAccessControl } from './checks/header-access-control.ts';
import { headerColon } from './checks/header-colon.ts';
import { headerCovered } from './checks/header-covered.ts';
import { headerForbidden } from './checks/header-forbidden.ts';
import { headerMalformed } from './checks/header-malformed.ts';
import { headerSafelisted } from './checks/header-safelisted.ts';
import { headerTwoWildcards } from './checks/header-two-wildcards.ts';
import { headerUnderscore } from './checks/header-underscore.ts';
import { headerUpperCase } from './checks/header-upper-case.ts';
import { headerWildcardUntaken } from './checks/header-wildcard-untaken.ts';
import { maxAgeCapped } from './checks/max-age-capped.ts';
import { maxAgeMissing } from './checks/max-age-missing.ts';
import { maxAgeNotNumber } from './checks/max-age-not-number.ts';
import { maxAgeZero } from './checks/max-age-zero.ts';
import { methodLowerCase } from './checks/method-lower-case.ts';
import { methodOptions } from './checks/method-options.ts';
import { methodUnknown } from './checks/method-unknown.ts';
import { originAnyEchoed } from './checks/origin-any-echoed.ts';
import { originAnyScheme } from './checks/origin-any-scheme.ts';
import { originAnyWithCredentials } from './checks/origin-any-with-credentials.ts';
import { originAnyWrites } from './checks/origin-any-writes.ts';
import { originBareWildcard } from './checks/origin-bare-wildcard.ts';
import { originCovered } from './checks/origin-covered.ts';
import { originDefaultPort } from './checks/origin-default-port.ts';
import { originHttpBesideHttps } from './checks/origin-http-beside-https.ts';
import { originLookAlike } from './checks/origin-look-alike.ts';
import { originMalformed } from './checks/origin-malformed.ts';
import { originNotPunycode } from './checks/origin-not-punycode.ts';
import { originNull } from './checks/origin-null.ts';
import { originOpenEnd } from './checks/origin-open-end.ts';
import { originPath } from './checks/origin-path.ts';
import { originPortMissing } from './checks/origin-port-missing.ts';
import { originRegex } from './checks/origin-regex.ts';
import { originSchemeMissing } from './checks/origin-scheme-missing.ts';
import { originTrailingSlash } from './checks/origin-trailing-slash.ts';
import { originTwoWildcards } from './checks/origin-two-wildcards.ts';
import { originUpperCase } from './checks/origin-upper-case.ts';
import { originWildcardUntaken } from './checks/origin-wildcard-untaken.ts';
import { ruleIdTwice } from './checks/rule-id-twice.ts';
import { ruleNeverAnswers } from './checks/rule-never-answers.ts';
import { ruleRefused } from './checks/rule-refused.ts';
import { ruleTwice } from './checks/rule-twice.ts';
import { ruleWithoutMethods } from './checks/rule-without-methods.ts';
import { ruleWithoutOrigins } from './checks/rule-without-origins.ts';
import { rulesRefused } from './checks/rules-refused.ts';
import { rulesTooMany } from './checks/rules-too-many.ts';
import { valueEmpty } from './checks/value-empty.ts';
import { valueSeveral } from './checks/value-several.ts';
import { valueSpaces } from './checks/value-spaces.ts';
import { valueTooLong } from './checks/value-too-long.ts';
import { valueTwice } from './checks/value-twice.ts';
import { valueUnseen } from './checks/value-unseen.ts';
import { varyElsewhere } from './checks/vary-elsewhere.ts';
import { varyNotBoolean } from './checks/vary-not-boolean.ts';
import { varyOff } from './checks/vary-off.ts';

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
