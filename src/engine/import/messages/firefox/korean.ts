import type { FirefoxStrings } from './strings.ts';

/** Korean: security.properties of Firefox's language pack, ESR 153. */
export const KOREAN: FirefoxStrings = {
  leads: [
    '교차 출처 요청 차단: 동일 출처 정책으로 인해 %1$S에 있는 원격 리소스를 차단했습니다.',
    '교차 출처 요청 경고: 동일 출처 정책은 곧 %1$S에서 원격 리소스 읽기를 허용하지 않습니다.'
  ],
  reasons: {
    CORSDisabled: '(원인: CORS 비활성화).',
    CORSDidNotSucceed2: '(원인: CORS 요청이 성공하지 못함). 상태 코드: %2$S.',
    CORSOriginHeaderNotAdded: '(원인: CORS 헤더 ‘Origin’ 을 추가할 수 없음).',
    CORSExternalRedirectNotAllowed: '(원인: 외부 리다이렉트 CORS 요청을 허용하지 않음).',
    CORSRequestNotHttp: '(원인: http가 아닌 CORS 요청).',
    CORSMissingAllowOrigin2:
      '(원인: ‘Access-Control-Allow-Origin’ CORS 헤더가 없음). 상태 코드: %2$S.',
    CORSMultipleAllowOriginNotAllowed:
      '(원인: 여러개의 ‘Access-Control-Allow-Origin’ CORS 헤더 허용되지 않음).',
    CORSAllowOriginNotMatchingOrigin:
      '(원인: ‘Access-Control-Allow-Origin’ CORS 헤더가 ‘%2$S’와 일치하지 않음).',
    CORSNotSupportingCredentials:
      '(원인: CORS 헤더 ‘Access-Control-Allow-Origin’이 ‘*’이면 자격 증명이 지원되지 않음).',
    CORSMethodNotFound: '(원인: CORS 헤더 ‘Access-Control-Allow-Methods’의 메서드가 없음).',
    CORSMissingAllowCredentials:
      '(원인: CORS 헤더 ‘Access-Control-Allow-Credentials’이 ‘true’이어야 함).',
    CORSPreflightDidNotSucceed3: '(원인: CORS 사전 점검 응답이 성공하지 못함). 상태 코드: %2$S.',
    CORSInvalidAllowMethod:
      '(원인: CORS 헤더 ‘Access-Control-Allow-Methods’에 유효하지 않은 토큰 ‘%2$S’).',
    CORSInvalidAllowHeader:
      '(원인: CORS 헤더 ‘Access-Control-Allow-Headers’에 유효하지 않은 토큰 ‘%2$S’).',
    CORSMissingAllowHeaderFromPreflight2:
      '(원인: CORS 사전 점검 응답의 헤더 ‘Access-Control-Allow-Headers’에 따라 헤더 ‘%2$S’가 허용되지 않음).',
    CORSAllowHeaderFromPreflightDeprecation:
      '(이유: `Access-Control-Allow-Headers`가 `*`인 경우 `Authorization` 헤더는 포함되지 않습니다. `Authorization` 헤더를 포함하려면 CORS 헤더 `Access-Control-Allow-Headers`에 명시적으로 나열되어야 합니다).'
  }
};
