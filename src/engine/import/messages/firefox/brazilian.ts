import type { FirefoxStrings } from './strings.ts';

/** Brazilian Portuguese: security.properties of Firefox's language pack, ESR 153. */
export const BRAZILIAN: FirefoxStrings = {
  leads: [
    'Requisição cross-origin bloqueada: A diretiva Same Origin (mesma origem) não permite a leitura do recurso remoto em %1$S',
    'Aviso de requisição de origem cruzada (cross-origin): A diretiva de mesma origem (same origin) em breve não permitirá a leitura do recurso remoto em %1$S.'
  ],
  reasons: {
    CORSDisabled: '(motivo: CORS desativado).',
    CORSDidNotSucceed2: '(motivo: falha na requisição CORS). Código de status: %2$S.',
    CORSOriginHeaderNotAdded: '(motivo: cabeçalho ‘Origin’ do CORS não pode ser adicionado).',
    CORSExternalRedirectNotAllowed:
      '(motivo: redirecionamento externo de requisição CORS não permitido).',
    CORSRequestNotHttp: '(motivo: requisição CORS não é http).',
    CORSMissingAllowOrigin2:
      "(motivo: falta cabeçalho 'Access-Control-Allow-Origin' no CORS). Código de status: %2$S.",
    CORSMultipleAllowOriginNotAllowed:
      '(motivo: não é permitido vários cabeçalhos ‘Access-Control-Allow-Origin’ no CORS).',
    CORSAllowOriginNotMatchingOrigin:
      "(motivo: cabeçalho 'Access-Control-Allow-Origin' do CORS não corresponde a '%2$S').",
    CORSNotSupportingCredentials:
      '(motivo: credencial não suportada se o cabeçalho ‘Access-Control-Allow-Origin’ do CORS for ‘*’).',
    CORSMethodNotFound:
      "(motivo: método não encontrado no cabeçalho 'Access-Control-Allow-Methods' do CORS ).",
    CORSMissingAllowCredentials:
      "(motivo: esperado 'true' no cabeçalho 'Access-Control-Allow-Credentials' do CORS).",
    CORSPreflightDidNotSucceed3:
      '(motivo: falha na resposta de comprovação (preflight) do CORS). Código de status: %2$S.',
    CORSInvalidAllowMethod:
      "(motivo: token '%2$S' inválido no cabeçalho 'Access-Control-Allow-Methods' do CORS).",
    CORSInvalidAllowHeader:
      "(motivo: token ‘%2$S’ inválido no cabeçalho 'Access-Control-Allow-Headers' do CORS).",
    CORSMissingAllowHeaderFromPreflight2:
      '(motivo: header ‘%2$S’ não permitido, de acordo com o header ‘Access-Control-Allow-Headers’ da resposta de comprovação (preflight) do CORS).',
    CORSAllowHeaderFromPreflightDeprecation:
      'Motivo: quando o valor de `Access-Control-Allow-Headers` é `*`, o cabeçalho `Authorization` não é coberto. Para incluir o cabeçalho `Authorization`, ele deve ser incluído explicitamente no cabeçalho CORS `Access-Control-Allow-Headers`.'
  }
};
