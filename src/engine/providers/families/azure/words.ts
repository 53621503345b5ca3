/** What Azure Storage and its emulator say alike. */

/** The methods that a rule may allow; PATCH came with later versions of the service. */
export const AZURE_METHODS = ['DELETE', 'GET', 'HEAD', 'MERGE', 'PATCH', 'POST', 'OPTIONS', 'PUT'];

export const AZURE_FORMATS = [
  'azure-xml',
  'azure-cli-json',
  'azure-arm-json',
  'terraform-azure'
] as const;

export const NOT_MATCHED = {
  status: 403,
  code: 'CorsPreflightFailure',
  message: 'CORS not enabled or no matching rule found for this request.'
};

export const HEADER_MISSING = {
  status: 400,
  code: 'InvalidHeaderValue',
  message: 'A required CORS header is not present.'
};
