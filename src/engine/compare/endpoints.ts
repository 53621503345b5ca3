import type { Provider } from '../providers/providers.ts';
import { fillTemplate, type AddressForm } from '../providers/ways/address.ts';
import { storeToSaveTo } from '../providers/commands.ts';

/** A form that is an address of a bucket as any other: nothing is said of it, and the path is not all that tells. */
const isOrdinary = ({ host, note }: AddressForm): boolean => host !== null && note === undefined;

/** Examples of the addresses by which a store is told; empty where it has none of its own. */
export function endpointsOf(provider: Provider): string[] {
  const { addresses, examples } = storeToSaveTo(provider.id);
  const hosts = addresses.filter(isOrdinary).map(({ host }) => fillTemplate(host ?? '', examples));
  return [...new Set(hosts)].filter((host) => provider.servesHost(host));
}
