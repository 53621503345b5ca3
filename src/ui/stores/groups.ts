import { providers, type Provider, type ProviderKind } from '#engine';

const KINDS: readonly ProviderKind[] = ['cloud', 'self-hosted', 'emulator'];

/** All stores by where they run, in the order of the list. */
export const storeGroups: readonly { kind: ProviderKind; stores: Provider[] }[] = KINDS.map(
  (kind) => ({ kind, stores: providers.filter((provider) => provider.kind === kind) })
);
