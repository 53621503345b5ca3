import type { FirefoxStrings } from './strings.ts';

/** Chinese, simplified: security.properties of Firefox's language pack, ESR 153. */
export const CHINESE: FirefoxStrings = {
  leads: [
    '已拦截跨源请求：同源策略禁止读取位于 %1$S 的远程资源。',
    '跨源请求警告：同源策略即将禁止读取位于 %1$S 的远程资源。'
  ],
  reasons: {
    CORSDisabled: '（原因：CORS 未启用）。',
    CORSDidNotSucceed2: '（原因：CORS 请求未能成功）。状态码：%2$S。',
    CORSOriginHeaderNotAdded: "（原因：无法添加 CORS ‘Origin' 头）。",
    CORSExternalRedirectNotAllowed: '（原因：不允许 CORS 请求外部重定向）。',
    CORSRequestNotHttp: '（原因：CORS 请求不是 http）。',
    CORSMissingAllowOrigin2: "（原因：CORS 头缺少 'Access-Control-Allow-Origin'）。状态码：%2$S。",
    CORSMultipleAllowOriginNotAllowed:
      "（原因：不允许有多个 'Access-Control-Allow-Origin' CORS 头）。",
    CORSAllowOriginNotMatchingOrigin:
      "（原因：CORS 头 'Access-Control-Allow-Origin' 不匹配 '%2$S'）。",
    CORSNotSupportingCredentials:
      '（原因：凭据不支持，如果 CORS 头 ‘Access-Control-Allow-Origin’ 为 ‘*’）。',
    CORSMethodNotFound: "（原因：找不到 CORS 头中的 'Access-Control-Allow-Methods'）。",
    CORSMissingAllowCredentials:
      "（原因：CORS 头中的 'Access-Control-Allow-Credentials' 预期为 'true'）。",
    CORSPreflightDidNotSucceed3: '（原因：CORS 预检响应未能成功）。状态码：%2$S。',
    CORSInvalidAllowMethod:
      "（原因：CORS 头 'Access-Control-Allow-Methods' 中的令牌 '%2$S' 无效）。",
    CORSInvalidAllowHeader:
      "（原因：CORS 头 'Access-Control-Allow-Headers' 中的令牌 '%2$S' 无效）。",
    CORSMissingAllowHeaderFromPreflight2:
      "（原因：CORS 预检响应的 'Access-Control-Allow-Headers'，不允许使用头 '%2$S'）。",
    CORSAllowHeaderFromPreflightDeprecation:
      '（原因：当“Access-Control-Allow-Headers”为“*”时，“Authorization”头并未被包含。若要包含“Authorization”头，则须在 CORS 头“Access-Control-Allow-Headers”中明确列出）。'
  }
};
