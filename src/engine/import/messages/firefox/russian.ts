import type { FirefoxStrings } from './strings.ts';

/** Russian: security.properties of Firefox's language pack, ESR 153. */
export const RUSSIAN: FirefoxStrings = {
  leads: [
    'Запрос из постороннего источника заблокирован: Политика одного источника запрещает чтение удалённого ресурса на %1$S.',
    'Предупреждение о запросе из постороннего источника: Политика одного источника скоро запретит чтение удалённого ресурса в %1$S.'
  ],
  reasons: {
    CORSDisabled: '(Причина: CORS отключён).',
    CORSDidNotSucceed2: '(Причина: не удалось выполнить запрос CORS). Код состояния: %2$S.',
    CORSOriginHeaderNotAdded: '(Причина: Не удалось добавить CORS-заголовок «Origin»).',
    CORSExternalRedirectNotAllowed: '(Причина: Внешнее перенаправление запроса CORS не разрешено).',
    CORSRequestNotHttp: '(Причина: запрос CORS выполнен не по http).',
    CORSMissingAllowOrigin2:
      '(Причина: отсутствует заголовок CORS «Access-Control-Allow-Origin»). Код состояния: %2$S.',
    CORSMultipleAllowOriginNotAllowed:
      '(Причина: несколько заголовков CORS «Access-Control-Allow-Origin» не разрешены).',
    CORSAllowOriginNotMatchingOrigin:
      '(Причина: заголовок CORS «Access-Control-Allow-Origin» не совпадает с «%2$S»).',
    CORSNotSupportingCredentials:
      '(Причина: Учётные данные не поддерживаются, если заголовок CORS «Access-Control-Allow-Origin» установлен в «*»).',
    CORSMethodNotFound:
      '(Причина: Не найден метод в заголовке CORS «Access-Control-Allow-Methods»).',
    CORSMissingAllowCredentials:
      '(Причина: в заголовке CORS «Access-Control-Allow-Credentials» ожидалось «true»).',
    CORSPreflightDidNotSucceed3: '(Причина: неудача ответа CORS preflight). Код состояния: %2$S.',
    CORSInvalidAllowMethod:
      '(Причина: некорректный токен «%2$S» в заголовке CORS «Access-Control-Allow-Methods»).',
    CORSInvalidAllowHeader:
      '(Причина: некорректный токен «%2$S» в заголовке CORS «Access-Control-Allow-Headers»).',
    CORSMissingAllowHeaderFromPreflight2:
      '(Причина: заголовок «%2$S» не разрешён согласно заголовку «Access-Control-Allow-Headers» из ответа CORS preflight).',
    CORSAllowHeaderFromPreflightDeprecation:
      '(Причина: когда «Access-Control-Allow-Headers» имеет значение «*», заголовок «Authorization» не охватывается. Чтобы включить заголовок «Authorization», он должен быть явно указан в заголовке CORS «Access-Control-Allow-Headers»).'
  }
};
