import type { ConsoleLine } from '../../3-browser/engines/console-line.ts';
import { LANGUAGES } from './firefox/languages.ts';
import type { FirefoxReason, FirefoxStrings } from './firefox/strings.ts';
import type { KnownLine, Slots } from './known-line.ts';
import { ofAllowOrigin } from './known-line.ts';
import type { SymptomCode } from '../symptom.ts';

interface ReasonMeaning {
  /** What `%2$S` stands for in it. */
  slot?: 'status' | 'value' | 'header';
  causes: readonly SymptomCode[] | ((slots: Slots) => readonly SymptomCode[]);
  preflight?: true;
}

/** What each reason means, in whichever language: netwerk/protocol/http/nsCORSListenerProxy.cpp. */
const REASONS: Readonly<Record<FirefoxReason, ReasonMeaning>> = {
  CORSDisabled: { causes: ['cors-disabled'] },
  CORSDidNotSucceed2: {
    slot: 'status',
    causes: ['network', 'redirect-credentials', 'redirect-too-many', 'redirect-invalid']
  },
  CORSOriginHeaderNotAdded: { causes: ['cors-disabled'] },
  CORSExternalRedirectNotAllowed: { causes: ['preflight-redirect'], preflight: true },
  CORSRequestNotHttp: { causes: ['scheme-unsupported', 'redirect-scheme'] },
  CORSMissingAllowOrigin2: { slot: 'status', causes: ['allow-origin-missing'] },
  CORSMultipleAllowOriginNotAllowed: { causes: ['allow-origin-twice'] },
  CORSAllowOriginNotMatchingOrigin: { slot: 'value', causes: ofAllowOrigin },
  CORSNotSupportingCredentials: { causes: ['credentials-with-wildcard'] },
  CORSMethodNotFound: { causes: ['method-not-in-answer'], preflight: true },
  CORSMissingAllowCredentials: { causes: ['allow-credentials-missing'] },
  CORSPreflightDidNotSucceed3: {
    slot: 'status',
    causes: ['preflight-status', 'preflight-redirect'],
    preflight: true
  },
  CORSInvalidAllowMethod: { slot: 'value', causes: ['allow-methods-invalid'], preflight: true },
  CORSInvalidAllowHeader: { slot: 'value', causes: ['allow-headers-invalid'], preflight: true },
  CORSMissingAllowHeaderFromPreflight2: {
    slot: 'header',
    causes: ['header-not-in-answer'],
    preflight: true
  },
  CORSAllowHeaderFromPreflightDeprecation: { causes: ['authorization-by-star'], preflight: true }
};

const SLOT = /%[12]\$S/;

/** A string of a language pack as a line: at most one part of it changes. */
function lineOf(text: string, slot: string | undefined): ConsoleLine {
  return { literals: text.split(SLOT), slots: slot !== undefined && SLOT.test(text) ? [slot] : [] };
}

const said = (line: ConsoleLine, causes: KnownLine['causes'], preflight?: true): KnownLine => ({
  kind: 'console',
  engine: 'firefox',
  line,
  causes,
  ...(preflight === undefined ? {} : { preflight })
});

function linesOf({ leads, reasons }: FirefoxStrings): KnownLine[] {
  const opening = leads.map((lead): KnownLine => said(lineOf(lead, 'url'), []));
  const closing = (Object.keys(REASONS) as FirefoxReason[]).flatMap((reason) => {
    const { slot, causes, preflight } = REASONS[reason];
    const text = withoutStop(reasons[reason]);
    const whole = said(lineOf(text, slot), causes, preflight);
    // Before version 96 no status was told.
    return slot === 'status'
      ? [whole, said(lineOf(withoutStop(withoutStatus(text)), undefined), causes, preflight)]
      : [whole];
  });
  return [...opening, ...closing];
}

/** People leave it out. */
const withoutStop = (text: string): string => text.replace(/[.。]$/, '');

/** The reason without the sentence after it, which tells the status. */
const withoutStatus = (text: string): string => /^.*[.。](?=[^.。]*%2\$S)/.exec(text)?.[0] ?? text;

/** Firefox's console in every language but English. */
export const FIREFOX_LANGUAGE_LINES: readonly KnownLine[] = LANGUAGES.flatMap(linesOf);
