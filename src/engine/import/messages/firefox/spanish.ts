import type { FirefoxStrings } from './strings.ts';

/** Spanish: security.properties of Firefox's language pack, ESR 153. */
export const SPANISH: FirefoxStrings = {
  leads: [
    'Solicitud desde otro origen bloqueada: la política de mismo origen impide leer el recurso remoto en %1$S',
    'Solicitud de origen cruzado bloqueada: La política de mismo origen no permite la lectura de recursos remotos en %1$S.',
    'Solicitud de origen cruzado bloqueada: La política de mismo origen no permite leer el recurso remoto en %1$S.',
    'Solicitud de origen cruzado bloqueada: la política de mismo origen no permite la lectura del recurso remoto en %1$S.',
    'Solicitud de origen cruzado bloqueada: La política de mismo origen (Same Origin Policy) no permite la lectura de recursos remotos en %1$S.',
    'Advertencia de solicitud de origen cruzado: La política de mismo origen pronto no permitirá la lectura del recurso remoto en %1$S.'
  ],
  reasons: {
    CORSDisabled: '(razón: CORS desactivado).',
    CORSDidNotSucceed2: '(Razón: Solicitud CORS sin éxito). Código de estado: %2$S.',
    CORSOriginHeaderNotAdded: '(Razón: No se puede agregar el encabezado CORS ‘Origen’).',
    CORSExternalRedirectNotAllowed:
      '(Razón: No se permite la redirección externa de la solicitud CORS).',
    CORSRequestNotHttp: '(razón: la solicitud CORS no es http).',
    CORSMissingAllowOrigin2:
      "(razón: falta la cabecera CORS 'Access-Control-Allow-Origin'). Código de estado: %2$S.",
    CORSMultipleAllowOriginNotAllowed:
      '(Motivo: no se permiten múltiples cabeceras CORS ‘Access-Control-Allow-Origin’).',
    CORSAllowOriginNotMatchingOrigin:
      "(razón: la cabecera CORS 'Access-Control-Allow-Origin' no coincide con '%2$S').",
    CORSNotSupportingCredentials:
      "(razón: la credencial no se admite si la cabecera CORS 'Access-Control-Allow-Credentials' es '*').",
    CORSMethodNotFound:
      "(razón: token no se ha encontrado el método en la cabecera CORS 'Access-Control-Allow-Methods').",
    CORSMissingAllowCredentials:
      "(razón: se esperaba 'true' en la cabecera CORS 'Access-Control-Allow-Credentials').",
    CORSPreflightDidNotSucceed3:
      '(Razón: la respuesta CORS preliminar "preflight" no ha tenido éxito). Código de estado: %2$S.',
    CORSInvalidAllowMethod:
      "(razón: token '%2$S' no válido en la cabecera CORS 'Access-Control-Allow-Methods').",
    CORSInvalidAllowHeader:
      "(razón: token '%2$S' no válido en la cabecera CORS 'Access-Control-Allow-Headers').",
    CORSMissingAllowHeaderFromPreflight2:
      '(Motivo: La cabecera ‘%2$S’ no está permitida de acuerdo a la cabecera ‘Access-Control-Allow-Headers’ de la verificación previa de la respuesta CORS).',
    CORSAllowHeaderFromPreflightDeprecation:
      '(Motivo: Cuando `Access-Control-Allow-Headers` es `*`, el encabezado `Authorization` no está incluido. Para incluir el encabezado `Authorization`, debe estar listado explícitamente en el encabezado CORS `Access-Control-Allow-Headers`).'
  }
};
