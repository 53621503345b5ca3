import type { FirefoxStrings } from './strings.ts';

/** Japanese: security.properties of Firefox's language pack, ESR 153. */
export const JAPANESE: FirefoxStrings = {
  leads: [
    'クロスオリジン要求をブロックしました: 同一生成元ポリシーにより、%1$S にあるリモートリソースの読み込みは拒否されます',
    'クロスオリジン要求警告: 同一生成元ポリシーにより、間もなく %1$S にあるリモートリソースの読み込みは拒否されるようになります。'
  ],
  reasons: {
    CORSDisabled: '(理由: CORS が無効)。',
    CORSDidNotSucceed2: '(理由: CORS 要求が成功しなかった)。ステータスコード: %2$S',
    CORSOriginHeaderNotAdded: '(理由: CORS ヘッダー ‘Origin’ を追加できなかった)。',
    CORSExternalRedirectNotAllowed: '(理由: CORS 要求の外部リダイレクトは許可されない)。',
    CORSRequestNotHttp: '(理由: CORS 要求が http でない)。',
    CORSMissingAllowOrigin2:
      '(理由: CORS ヘッダー ‘Access-Control-Allow-Origin’ が足りない)。ステータスコード: %2$S',
    CORSMultipleAllowOriginNotAllowed:
      '(理由: 複数の CORS ヘッダー ‘Access-Control-Allow-Origin’ は許可されない)。',
    CORSAllowOriginNotMatchingOrigin:
      '(理由: CORS ヘッダー ‘Access-Control-Allow-Origin’ が ‘%2$S’ と異なる)。',
    CORSNotSupportingCredentials:
      '(理由: CORS ヘッダー ‘Access-Control-Allow-Origin’ が ‘*’ である場合、認証情報はサポートされない)。',
    CORSMethodNotFound:
      '(理由: CORS ヘッダー ‘Access-Control-Allow-Methods’ にメソッドが見つからない)。',
    CORSMissingAllowCredentials:
      '(理由: CORS ヘッダー ‘Access-Control-Allow-Credentials’ は ‘true’ であるべき)。',
    CORSPreflightDidNotSucceed3:
      '(理由: CORS プリフライト応答が継承されていない)。ステータスコード: %2$S',
    CORSInvalidAllowMethod:
      '(理由: CORS ヘッダー ‘Access-Control-Allow-Methods’ に不正なトークン ‘%2$S’ が含まれる)。',
    CORSInvalidAllowHeader:
      '(理由: CORS ヘッダー ‘Access-Control-Allow-Headers’ に不正なトークン ‘%2$S’ が含まれる)。',
    CORSMissingAllowHeaderFromPreflight2:
      '(理由: CORS プリフライト応答からのヘッダー ‘Access-Control-Allow-Headers’ によりヘッダー ‘%2$S’ が許可されていない)。',
    CORSAllowHeaderFromPreflightDeprecation:
      '(理由: `Access-Control-Allow-Headers` が `*` の場合でも `Authorization` ヘッダーは対象にならない。`Authorization` ヘッダーを含めるには、CORS ヘッダー `Access-Control-Allow-Headers` に明示的に列挙する必要がある)。'
  }
};
