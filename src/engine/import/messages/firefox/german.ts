import type { FirefoxStrings } from './strings.ts';

/** German: security.properties of Firefox's language pack, ESR 153. */
export const GERMAN: FirefoxStrings = {
  leads: [
    'Quellübergreifende (Cross-Origin) Anfrage blockiert: Die Gleiche-Quelle-Regel verbietet das Lesen der externen Ressource auf %1$S.',
    'Warnung für quellübergreifende (Cross-Origin) Anfrage: Die Gleiche-Quelle-Regel wird das Lesen der externen Ressource auf %1$S bald verbieten.'
  ],
  reasons: {
    CORSDisabled: '(Grund: CORS deaktiviert).',
    CORSDidNotSucceed2: '(Grund: CORS-Anfrage schlug fehl). Statuscode: %2$S.',
    CORSOriginHeaderNotAdded: "(Grund: CORS-Kopfzeile 'Origin' konnte nicht hinzugefügt werden).",
    CORSExternalRedirectNotAllowed: '(Grund: Externe Weiterleitung der CORS-Anfrage verboten).',
    CORSRequestNotHttp: '(Grund: CORS-Anfrage war nicht http).',
    CORSMissingAllowOrigin2:
      "(Grund: CORS-Kopfzeile 'Access-Control-Allow-Origin' fehlt). Statuscode: %2$S.",
    CORSMultipleAllowOriginNotAllowed:
      "(Grund: Es darf nur ein eine CORS-Kopfzeile 'Access-Control-Allow-Origin' verwendet werden).",
    CORSAllowOriginNotMatchingOrigin:
      "(Grund: CORS-Kopfzeile 'Access-Control-Allow-Origin' stimmt nicht mit '%2$S' überein).",
    CORSNotSupportingCredentials:
      "(Grund: Berechtigung/Credential wird nicht unterstützt, wenn die CORS-Kopfzeile 'Access-Control-Allow-Origin' auf '*' gesetzt ist).",
    CORSMethodNotFound:
      "(Grund: Methode nicht in CORS-Kopfzeile 'Access-Control-Allow-Methods' gefunden).",
    CORSMissingAllowCredentials:
      "(Grund: 'true' in CORS-Kopfzeile 'Access-Control-Allow-Credentials' erwartet).",
    CORSPreflightDidNotSucceed3: '(Grund: CORS-Preflight-Antwort schlug fehl). Statuscode: %2$S.',
    CORSInvalidAllowMethod:
      "(Grund: ungültiges Token '%2$S' in CORS-Kopfzeile 'Access-Control-Allow-Methods').",
    CORSInvalidAllowHeader:
      "(Grund: ungültiges Token '%2$S' in CORS-Kopfzeile 'Access-Control-Allow-Headers').",
    CORSMissingAllowHeaderFromPreflight2:
      "(Grund: Kopfzeile '%2$S' ist aufgrund der Kopfzeile 'Access-Control-Allow-Headers' aus der CORS-Preflight-Antwort nicht zulässig).",
    CORSAllowHeaderFromPreflightDeprecation:
      "(Grund: Wenn 'Access-Control-Allow-Headers' den Wert '*' hat, wird die 'Authorization'-Kopfzeile nicht eingeschlossen. Um die 'Authorization'-Kopfzeile einzuschließen, muss sie explizit in der CORS-Kopfzeile 'Access-Control-Allow-Headers' aufgeführt werden)."
  }
};
