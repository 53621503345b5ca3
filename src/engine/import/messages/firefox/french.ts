import type { FirefoxStrings } from './strings.ts';

/** French: security.properties of Firefox's language pack, ESR 153. */
export const FRENCH: FirefoxStrings = {
  leads: [
    'Blocage d’une requête multiorigine (Cross-Origin Request)\u00a0: la politique «\u00a0Same Origin\u00a0» ne permet pas de consulter la ressource distante située sur %1$S.',
    'Blocage d’une requête multiorigines (Cross-Origin Request)\u00a0: la politique «\u00a0Same Origin\u00a0» ne permet pas de consulter la ressource distante située sur %1$S.',
    'Avertissement de requête multiorigine (Cross-Origin Request)\u00a0: la politique «\u00a0Same Origin\u00a0» ne permettra bientôt plus de consulter la ressource distante située sur %1$S'
  ],
  reasons: {
    CORSDisabled: 'Raison\u00a0: CORS désactivé.',
    CORSDidNotSucceed2: 'Raison\u00a0: échec de la requête CORS. Code d’état\u00a0: %2$S.',
    CORSOriginHeaderNotAdded:
      'Raison\u00a0: l’en-tête CORS «\u00a0Origin\u00a0» ne peut pas être ajouté.',
    CORSExternalRedirectNotAllowed:
      'Raison\u00a0: la redirection externe de requêtes CORS n’est pas autorisée.',
    CORSRequestNotHttp: 'Raison\u00a0: la requête CORS n’utilise pas HTTP.',
    CORSMissingAllowOrigin2:
      'Raison\u00a0: l’en-tête CORS «\u00a0Access-Control-Allow-Origin\u00a0» est manquant. Code d’état\u00a0: %2$S.',
    CORSMultipleAllowOriginNotAllowed:
      'Raison\u00a0: le recours à plusieurs en-têtes CORS «\u00a0Access-Control-Allow-Origin\u00a0» n’est pas autorisé.',
    CORSAllowOriginNotMatchingOrigin:
      'Raison\u00a0: l’en-tête CORS «\u00a0Access-Control-Allow-Origin\u00a0» ne correspond pas à «\u00a0%2$S\u00a0».',
    CORSNotSupportingCredentials:
      'Raison\u00a0: l’identification n’est pas prise en charge si la valeur de l’en-tête CORS «\u00a0Access-Control-Allow-Origin\u00a0» est «\u00a0*\u00a0».',
    CORSMethodNotFound:
      'Raison\u00a0: méthode manquante dans l’en-tête «\u00a0Access-Control-Allow-Methods\u00a0».',
    CORSMissingAllowCredentials:
      'Raison\u00a0: «\u00a0true\u00a0» attendu dans l’en-tête CORS «\u00a0Access-Control-Allow-Credentials\u00a0».',
    CORSPreflightDidNotSucceed3:
      'Raison\u00a0: échec de la réponse de pré-vérification des requêtes CORS. Code d’état\u00a0: %2$S.',
    CORSInvalidAllowMethod:
      'Raison\u00a0: jeton «\u00a0%2$S\u00a0» invalide dans l’en-tête CORS «\u00a0Access-Control-Allow-Methods\u00a0».',
    CORSInvalidAllowHeader:
      'Raison\u00a0: jeton «\u00a0%2$S\u00a0» invalide dans l’en-tête CORS «\u00a0Access-Control-Allow-Headers\u00a0».',
    CORSMissingAllowHeaderFromPreflight2:
      'Raison\u00a0: l’en-tête «\u00a0%2$S\u00a0» n’est pas autorisé d’après l’en-tête «\u00a0Access-Control-Allow-Headers\u00a0» de la réponse de pré-vérification des requêtes CORS.',
    CORSAllowHeaderFromPreflightDeprecation:
      '(motif\u00a0: quand la valeur d’«\u00a0Access-Control-Allow-Headers\u00a0» est «\u00a0*\u00a0», l’en-tête «\u00a0Authorization\u00a0» n’est pas traité. Pour que l’en-tête «\u00a0Authorization\u00a0» soit inclus, il doit être explicitement listé dans l’en-tête CORS «\u00a0Access-Control-Allow -Headers\u00a0»).'
  }
};
