import type { FirefoxStrings } from './strings.ts';

/** Polish: security.properties of Firefox's language pack, ESR 153. */
export const POLISH: FirefoxStrings = {
  leads: [
    'Zablokowano żądanie do zasobu innego pochodzenia: zasady „Same Origin Policy” nie pozwalają wczytywać zdalnych zasobów z\u00a0„%1$S”',
    'Ostrzeżenie żądania do zasobu innego pochodzenia: zasady „Same Origin Policy” wkrótce przestaną pozwalać wczytywać zdalne zasoby z\u00a0„%1$S”'
  ],
  reasons: {
    CORSDisabled: '(wyłączone CORS).',
    CORSDidNotSucceed2: '(nieudane żądanie CORS). Kod stanu: %2$S.',
    CORSOriginHeaderNotAdded: '(nie można dodać nagłówka CORS „Origin”).',
    CORSExternalRedirectNotAllowed: '(niedozwolone zdalne przekierowanie żądania CORS).',
    CORSRequestNotHttp: '(żądanie CORS inne niż HTTP).',
    CORSMissingAllowOrigin2:
      '(brakujący nagłówek CORS „Access-Control-Allow-Origin”). Kod stanu: %2$S.',
    CORSMultipleAllowOriginNotAllowed:
      '(niedozwolone powtórzenie nagłówka CORS „Access-Control-Allow-Origin”).',
    CORSAllowOriginNotMatchingOrigin:
      '(nagłówek CORS „Access-Control-Allow-Origin” nie pasuje do „%2$S”).',
    CORSNotSupportingCredentials:
      '(uwierzytelnianie nie jest obsługiwane, jeżeli nagłówek CORS „Access-Control-Allow-Origin” to „*”).',
    CORSMethodNotFound:
      '(metoda nie odnaleziona w\u00a0nagłówku CORS „Access-Control-Allow-Methods”).',
    CORSMissingAllowCredentials:
      '(oczekiwano „true” w\u00a0nagłówku CORS „Access-Control-Allow-Credentials”).',
    CORSPreflightDidNotSucceed3: '(żądanie CORS OPTIONS się nie powiodło). Kod stanu: %2$S.',
    CORSInvalidAllowMethod:
      '(nieprawidłowy token „%2$S” w\u00a0nagłówku CORS „Access-Control-Allow-Methods”).',
    CORSInvalidAllowHeader:
      '(nieprawidłowy token „%2$S” w\u00a0nagłówku CORS „Access-Control-Allow-Headers”).',
    CORSMissingAllowHeaderFromPreflight2:
      '(niedozwolony nagłówek „%2$S” według nagłówka „Access-Control-Allow-Headers” w\u00a0odpowiedzi „preflight” CORS).',
    CORSAllowHeaderFromPreflightDeprecation:
      '(kiedy „Access-Control-Allow-Headers” ma wartość „*”, nagłówek „Authorization” nie jest uwzględniany. Aby dołączyć nagłówek „Authorization”, musi on być bezpośrednio wymieniony w\u00a0nagłówku CORS „Access-Control-Allow-Headers”).'
  }
};
