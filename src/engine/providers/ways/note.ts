import type { Fact } from '../../2-bucket/evidence.ts';
import type { Coded } from '../../model.ts';

/** What a person should know before saving; each code has a message. */
export interface SaveNoteArgs {
  'replaces-all': object;
  'no-rules-fails': { code: string };
  'no-rules-empty': object;
  'no-rules-text': { text: string };
  'delay-within': { seconds: number };
  'delay-tests': { seconds: number };
  'delay-unknown': object;
  'cache-browser': object;
  'cache-cdn': { cdn: string };
  'response-vary': object;
  'path-style-refused': object;
  'content-md5': object;
  'curl-query': object;
  'needs-program': { program: string };
  environment: { names: string[] };
  'cli-none': { programs: string[] };
  'same-name': { program: string };
  'same-name-before': { program: string };
  'bucket-with-account': object;
  'account-wide': object;
  appends: object;
  gap: object;
  'properties-kept': object;
  'snake-case': object;
  'console-none': object;
  'console-path': { path: string };
  'console-form': { path: string };
  'list-not-reusable': object;
  'token-kind': { token: string };
  jurisdiction: { jurisdiction: string };
  'native-replaced': object;
  'json-argument': object;
  'default-rules': object;
  'server-wide': object;
  'community-refuses': { edition: string };
  'environment-wins': object;
  'creates-container': object;
  'one-rule': object;
  'keys-replaced': object;
  'restore-by-hand': object;
  'age-added': object;
  'owner-key': { command: string };
  'any-credentials': { id: string; secret: string };
  'server-default': { setting: string };
  'signature-unproven': object;
  'unknown-version': { option: string };
  'status-unchecked': object;
  'waits-a-turn': object;
  'own-profile': { profile: string };
  'region-free': { region: string };
  'path-style-unless': object;
  'terraform-inside': { resource: string };
  'terraform-one': object;
  'terraform-lifecycle': { line: string };
  'terraform-import': { command: string };
  'terraform-no-import': object;
  'terraform-keep': object;
  'directory-bucket': object;
  'address-accelerated': object;
  'address-access-point': object;
  'address-website': object;
  'address-website-never': object;
  'address-json-api': object;
  'address-signed-in': object;
  'address-internal': object;
  'address-cdn': { cdn: string };
  'address-processing': object;
  'address-no-bucket': object;
  'address-path-style-guess': object;
}

export type SaveNote = Coded<SaveNoteArgs> & Fact;

/** A note with what it rests on. */
export const note = <C extends keyof SaveNoteArgs>(
  code: C,
  args: SaveNoteArgs[C],
  { evidence, source }: Fact
): SaveNote => ({ code, args, evidence, source }) as SaveNote;
