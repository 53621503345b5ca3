import type { FirefoxStrings } from './strings.ts';

/** Italian: security.properties of Firefox's language pack, ESR 153. */
export const ITALIAN: FirefoxStrings = {
  leads: [
    'Bloccata richiesta multiorigine (cross-origin): il criterio di corrispondenza dell’origine non consente la lettura della risorsa remota da %1$S.',
    'Avviso richiesta multiorigine (cross-origin): il criterio di corrispondenza dell’origine presto bloccherà la lettura della risorsa remota da %1$S.'
  ],
  reasons: {
    CORSDisabled: 'Motivo: CORS disattivato.',
    CORSDidNotSucceed2: 'Motivo: richiesta CORS non riuscita. Codice di stato: %2$S.',
    CORSOriginHeaderNotAdded: 'Motivo: impossibile aggiungere l’header CORS “origin”.',
    CORSExternalRedirectNotAllowed: 'Motivo: redirect non consentito per richiesta CORS esterna.',
    CORSRequestNotHttp: 'Motivo: richiesta CORS non http.',
    CORSMissingAllowOrigin2:
      'Motivo: header CORS “Access-Control-Allow-Origin” mancante. Codice di stato: %2$S.',
    CORSMultipleAllowOriginNotAllowed:
      'Motivo: header CORS “Access-Control-Allow-Origin” multipli non consentiti.',
    CORSAllowOriginNotMatchingOrigin:
      'Motivo: header CORS “Access-Control-Allow-Origin” non corrisponde a “%2$S”.',
    CORSNotSupportingCredentials:
      'Motivo: le credenziali non sono supportate se l’header CORS “Access-Control-Allow-Origin” è “*”.',
    CORSMethodNotFound: 'Motivo: metodo “Access-Control-Allow-Methods” non trovato in header CORS.',
    CORSMissingAllowCredentials:
      'Motivo: previsto “true” in header CORS “Access-Control-Allow-Credentials”.',
    CORSPreflightDidNotSucceed3:
      'Motivo: risposta CORS preliminare (“preflight”) non riuscita. Codice di stato: %2$S.',
    CORSInvalidAllowMethod:
      'Motivo: token “%2$S” non valido in header CORS “Access-Control-Allow-Methods”.',
    CORSInvalidAllowHeader:
      'Motivo: token “%2$S” non valido in header CORS “Access-Control-Allow-Headers”.',
    CORSMissingAllowHeaderFromPreflight2:
      'Motivo: l’header “%2$S” non è consentito a causa dell’header “Access-Control-Allow-Headers” nella risposta CORS preliminare (“preflight”).',
    CORSAllowHeaderFromPreflightDeprecation:
      'Motivo: se il valore di “Access-Control-Allow-Headers” è “*”, l’intestazione “Authorization” non è inclusa. Per includere l’intestazione “Authorization”, questa deve essere esplicitamente elencata nell’intestazione CORS “Access-Control-Allow-Headers”.'
  }
};
