import type { FirefoxStrings } from './strings.ts';

/** Chinese, traditional: security.properties of Firefox's language pack, ESR 153. */
export const TAIWANESE: FirefoxStrings = {
  leads: [
    '已封鎖跨來源請求: 同源政策不允許讀取 %1$S 的遠端資源。',
    '已封鎖跨來源請求：同源政策不允許讀取 %1$S 的遠端資源。',
    '跨來源請求警告：同源政策即將不允許讀取位於 %1$S 的遠端資源。'
  ],
  reasons: {
    CORSDisabled: '（原因: 已停用 CORS）。',
    CORSDidNotSucceed2: '（原因: CORS 請求未成功）。狀態代碼: %2$S。',
    CORSOriginHeaderNotAdded: "（原因: 無法新增 CORS 'Origin' 檔頭）。",
    CORSExternalRedirectNotAllowed: '（原因: 不允許 CORS 請求被重導到外部）。',
    CORSRequestNotHttp: '（原因: CORS 請求未使用 http 通訊協定）。',
    CORSMissingAllowOrigin2:
      "（原因: 缺少 CORS 'Access-Control-Allow-Origin' 檔頭）。狀態代碼: %2$S。",
    CORSMultipleAllowOriginNotAllowed:
      '（原因: 不允許有多個「Access-Control-Allow-Origin」CORS 標頭）。',
    CORSAllowOriginNotMatchingOrigin:
      "（原因: CORS 'Access-Control-Allow-Origin' 檔頭不符合「%2$S」）。",
    CORSNotSupportingCredentials:
      "（原因: CORS 'Access-Control-Allow-Origin' 設定為「*」時不支援使用帳號密碼）。",
    CORSMethodNotFound: "（原因: CORS 'Access-Control-Allow-Methods' 檔頭中找不到方法）。",
    CORSMissingAllowCredentials:
      "（原因: CORS 'Access-Control-Allow-Credentials' 檔頭應為 'true'）。",
    CORSPreflightDidNotSucceed3: '（原因: CORS preflight 回應並未成功）。狀態代碼: %2$S。',
    CORSInvalidAllowMethod:
      '（原因：CORS「Access-Control-Allow-Methods」檔頭中的 token「%2$S」無效）。',
    CORSInvalidAllowHeader:
      '（原因：CORS「Access-Control-Allow-Headers」檔頭中的 token「%2$S」無效）。',
    CORSMissingAllowHeaderFromPreflight2:
      "（原因: 根據 CORS preflight 回應的 'Access-Control-Allow-Headers' 內容，不允許使用檔頭「%2$S」）。",
    CORSAllowHeaderFromPreflightDeprecation:
      '（原因:「Access-Control-Allow-Headers」為「*」時，還不包含「Authorization」標頭。若要包含「Authorization」標頭，必須在「Access-Control-Allow-Headers」當中明確列出）。'
  }
};
