import type { CredentialsMode } from '#engine';

export const CREDENTIALS = [
  'omit',
  'same-origin',
  'include'
] as const satisfies readonly CredentialsMode[];
