import type { Symptom, SymptomCode } from '../symptom.ts';

/** What a store means by a code of its errors, or by a sentence in them. */
export interface StoreRefusal {
  /** The codes that it has, as they stand in the body; absent where the sentence tells enough. */
  codes?: readonly string[];
  /** A part of the message; absent where the code tells enough. */
  says?: string;
  causes: readonly SymptomCode[];
  /** True where only a preflight is answered so. */
  preflight?: true;
  store?: NonNullable<Symptom['store']>;
  /** Null where it is the answer to a question, and no call failed. */
  failure?: null;
}

/** Either way nothing of the rules answered, and the store does not say which. */
const EITHER = ['rules-refused', 'no-configuration'] as const;

/**
 * The errors of the stores, those with a sentence before those with a code alone. Sources: what the stores here print; and
 * https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html,
 * https://www.alibabacloud.com/help/en/oss/support/http-status-code-403,
 * https://learn.microsoft.com/rest/api/storageservices/common-rest-api-error-codes,
 * https://developers.cloudflare.com/r2/api/error-codes/.
 */
export const STORE_REFUSALS: readonly StoreRefusal[] = [
  // Preflights
  {
    says: 'CORS is not enabled for this bucket',
    codes: ['CORSResponse'],
    causes: ['no-configuration'],
    preflight: true,
    store: 's3rver'
  },
  {
    says: 'This CORS request is not allowed',
    codes: ['CORSResponse'],
    causes: ['rules-refused'],
    preflight: true,
    store: 's3rver'
  },
  {
    says: 'CORSResponse: CORS is not enabled for this bucket',
    causes: ['no-configuration'],
    preflight: true
  },
  { says: 'CORS is not enabled for this bucket', causes: ['no-configuration'], preflight: true },
  { says: 'CORSResponse: Bucket not found', causes: ['bucket-missing'], preflight: true },
  { says: 'This CORS request is not allowed', causes: ['rules-refused'], preflight: true },
  {
    says: 'CORS not configured for this bucket',
    causes: EITHER,
    preflight: true,
    store: 'cloudflare-r2'
  },
  {
    says: 'CORS not enabled or no matching rule found for this request',
    causes: EITHER,
    preflight: true,
    store: 'azure-blob'
  },
  {
    says: 'No CORS rules matches this request',
    causes: EITHER,
    preflight: true,
    store: 'azure-blob'
  },
  { codes: ['CorsPreflightFailure'], causes: EITHER, preflight: true, store: 'azure-blob' },
  { codes: ['AccessForbidden'], causes: EITHER, preflight: true },
  // Questions that are no browser's: no Origin, or no method
  { says: 'Insufficient information. Origin request header needed', causes: [], preflight: true },
  {
    says: 'Insufficient information. Request Access-Control-Request-Method header needed',
    causes: [],
    preflight: true
  },
  { says: 'Invalid Access-Control-Request-Method', causes: [], preflight: true },
  {
    says: 'A required CORS header is not present',
    causes: [],
    preflight: true,
    store: 'azure-blob'
  },
  { says: 'Missing Access-Control-Request-Method header', causes: [], preflight: true },
  { says: 'Missing Origin header', causes: [], preflight: true },
  // What reading the rules gives where there are none
  { codes: ['NoSuchCORSConfiguration'], causes: ['no-configuration'] },
  { says: 'The CORS configuration does not exist', causes: ['no-configuration'] },
  {
    says: 'has no CORS configuration',
    causes: ['no-configuration'],
    store: 'google-cloud-storage',
    failure: null
  },
  // Saving
  { says: 'when calling the PutBucketCors operation', causes: ['save-refused'] },
  {
    codes: ['InvalidXmlNodeValue', 'InvalidXmlDocument'],
    causes: ['save-refused'],
    store: 'azure-blob'
  },
  {
    says: 'The value for one of the XML nodes is not in the correct format',
    causes: ['save-refused'],
    store: 'azure-blob'
  },
  {
    says: 'XML specified is not syntactically valid',
    causes: ['save-refused'],
    store: 'azure-blob'
  },
  { says: 'Found unsupported HTTP method in CORS config', causes: ['save-refused'] },
  { says: 'can not have more than one wildcard', causes: ['save-refused'] },
  { says: 'We currently do not support wildcard for ExposeHeader', causes: ['save-refused'] },
  { says: 'Wildcards are currently not supported for ExposeHeader', causes: ['save-refused'] },
  { says: 'The number of CORS rules should not exceed', causes: ['save-refused'] },
  { says: 'The CORS Rules num is beyond limit', causes: ['save-refused'], store: 'alibaba-oss' },
  { codes: ['CORSRuleBeyondLimit'], causes: ['save-refused'], store: 'alibaba-oss' },
  {
    codes: ['0034-00000002', '0034-00000004', '0034-00000011', '0034-00000013'],
    causes: ['save-refused'],
    store: 'alibaba-oss'
  },
  { says: '<ArgumentName>MaxAgeSeconds', causes: ['save-refused'], store: 'alibaba-oss' },
  { says: 'Encountered unsupported property ExposeHeader', causes: ['save-refused'] },
  { says: 'Encountered unsupported property ExposedHeader', causes: ['save-refused'] },
  { says: 'Encountered unsupported property AllowedOrigin', causes: ['save-refused'] },
  { says: 'Encountered unsupported property AllowedMethod', causes: ['save-refused'] },
  { says: 'Encountered unsupported property AllowedHeader', causes: ['save-refused'] },
  { says: 'Encountered unsupported property CORS', causes: ['save-refused'] },
  { says: 'Encountered unsupported property CorsRule', causes: ['save-refused'] },
  { says: '#/CorsConfiguration', causes: ['save-refused'] },
  { says: 'params.CORSConfiguration', causes: ['save-refused'] },
  { says: 'parameter in CORSConfiguration', causes: ['save-refused'] },
  { says: 'Invalid type for parameter CORSConfiguration', causes: ['save-refused'] },
  {
    says: 'illegal empty string in allowedOrigins',
    causes: ['save-refused'],
    store: 'backblaze-b2'
  },
  {
    says: 'The JSON you provided was not well formed',
    causes: ['save-refused'],
    store: 'cloudflare-r2'
  },
  {
    says: 'The XML you provided was not well-formed or did not validate against our published schema',
    causes: ['save-refused']
  },
  { says: 'The CORS XML document is limited to', causes: ['save-refused'] },
  { codes: ['MalformedXML', 'MalformedPolicy', 'XMLSizeLimit'], causes: ['save-refused'] },
  // Another address
  {
    codes: [
      'PermanentRedirect',
      'TemporaryRedirect',
      'AuthorizationHeaderMalformed',
      'IllegalLocationConstraintException',
      'SecondLevelDomainForbidden',
      'IncorrectEndpoint'
    ],
    causes: ['wrong-endpoint']
  },
  { says: 'must be addressed using', causes: ['wrong-endpoint'] },
  { says: 'The authorization header is malformed; the region', causes: ['wrong-endpoint'] },
  // The bucket
  {
    codes: ['NoSuchBucket', 'ContainerNotFound', 'InvalidBucketName', 'NoSuchContainer'],
    causes: ['bucket-missing']
  },
  { says: 'The specified bucket does not exist', causes: ['bucket-missing'] },
  { says: '"Bucket not found"', causes: ['bucket-missing'] },
  {
    says: 'The specified container does not exist',
    causes: ['bucket-missing'],
    store: 'azure-blob'
  },
  // The list of pages that may link
  { says: 'denied by bucket referer policy', causes: ['referer-refused'], store: 'alibaba-oss' },
  { says: 'denied by referer', causes: ['referer-refused'] },
  { says: 'hotlink', codes: ['AccessDenied', '1011'], causes: ['referer-refused'] },
  { says: 'hotlinking denied', causes: ['referer-refused'] },
  { says: 'does not allow hotlinking', causes: ['referer-refused'] },
  { codes: ['1011'], causes: ['referer-refused'] },
  {
    codes: ['0003-00000501', '0003-00000502', '0003-00000503', '0003-00000504', '0003-00000505'],
    causes: ['referer-refused'],
    store: 'alibaba-oss'
  },
  // Signatures and keys
  { says: 'Request has expired', causes: ['signature'] },
  {
    says: 'Signature not valid in the specified time frame',
    causes: ['signature'],
    store: 'azure-blob'
  },
  { says: 'Server failed to authenticate the request', causes: ['signature'], store: 'azure-blob' },
  { says: 'The request signature we calculated does not match', causes: ['signature'] },
  { says: 'The Signature you specified is invalid', causes: ['signature'] },
  { says: 'The provided token has expired', causes: ['signature'] },
  {
    codes: [
      ...[
        'SignatureDoesNotMatch',
        'ExpiredToken',
        'RequestTimeTooSkewed',
        'InvalidAccessKeyId',
        'ExpiredRequest'
      ],
      ...[
        'AuthorizationQueryParametersError',
        'AuthenticationFailed',
        'InvalidSignature',
        'InvalidToken'
      ],
      ...[
        'TokenRefreshRequired',
        'InvalidSecurityToken',
        'SecurityTokenExpired',
        'RequestExpired',
        'InvalidSecurity'
      ]
    ],
    causes: ['signature']
  },
  // Rights
  { says: "Access denied by authorizer's policy", causes: ['access-denied'], store: 'alibaba-oss' },
  {
    says: 'does not have storage.objects',
    causes: ['access-denied'],
    store: 'google-cloud-storage'
  },
  {
    says: 'does not have storage.buckets',
    causes: ['access-denied'],
    store: 'google-cloud-storage'
  },
  {
    codes: [
      'AuthorizationPermissionMismatch',
      'AuthorizationFailure',
      'PublicAccessNotPermitted',
      'AuthorizationResourceTypeMismatch',
      'AuthorizationServiceMismatch',
      'AuthorizationProtocolMismatch',
      'AuthorizationSourceIPMismatch',
      'InsufficientAccountPermissions'
    ],
    causes: ['access-denied'],
    store: 'azure-blob'
  },
  {
    codes: ['storage/unauthorized', 'storage/unauthenticated', 'storage/unauthorized-app'],
    causes: ['access-denied'],
    store: 'google-cloud-storage'
  },
  {
    codes: ['storage/object-not-found', 'storage/quota-exceeded'],
    causes: ['http-error'],
    store: 'google-cloud-storage'
  },
  {
    codes: ['storage/bucket-not-found', 'storage/project-not-found', 'storage/no-default-bucket'],
    causes: ['bucket-missing'],
    store: 'google-cloud-storage'
  },
  // Swift answers a preflight that it refuses as it does a call without rights.
  {
    says: 'This server could not verify that you are authorized to access the document you requested',
    causes: ['access-denied', 'rules-refused'],
    store: 'openstack-swift'
  },
  { says: 'new row violates row-level security policy', causes: ['access-denied'] },
  {
    codes: [
      'AccessDenied',
      'AllAccessDisabled',
      'UserDisable',
      'AccountProblem',
      'InvalidObjectState'
    ],
    causes: ['access-denied']
  }
];
