/** Methods that a rule may allow. */
import type { PageRequest } from '../model.ts';
import type { Provider } from '../providers/providers.ts';
import type { Offer } from './headers.ts';

/** The one that the present request uses, then the others that the store takes. */
export function allowedMethods({ methods, name }: Provider, { method }: PageRequest): Offer[] {
  const asked = methods.filter((one) => one === method);
  const others = methods.filter((one) => one !== method);
  return [
    ...asked.map((value): Offer => ({ value, detail: { code: 'asked-method', args: {} } })),
    ...others.map((value): Offer => ({ value, detail: { code: 'method', args: { store: name } } }))
  ];
}
