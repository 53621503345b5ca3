/** What stores with S3's interface on machines of one's own have in common. docs/facts/rgw-swift.md 1.3, docs/facts/s3-compatible.md 6 to 10 */
import { inferred } from '../../../2-bucket/evidence.ts';
import type { AddressForm } from '../../ways/address.ts';
import { note } from '../../ways/note.ts';
import { REGION, type SaveTask } from '../../ways/store.ts';
import type { FieldSpec } from '../../ways/target.ts';

/** On the own machine the bucket stands in the path; on a name of one's own that is only usual. */
export const selfHosted = (source: string): AddressForm[] => [
  ...['localhost:{port}', '127.0.0.1:{port}'].map((host) => ({
    host,
    path: '/{bucket}',
    sets: { endpoint: '{origin}' }
  })),
  {
    host: null,
    path: '/{bucket}/{key}',
    sets: { endpoint: '{origin}' },
    note: note('address-path-style-guess', {}, inferred(source))
  }
];

export const toEndpoint = ({ to }: SaveTask): string => to('endpoint');
export const toRegion = ({ to }: SaveTask): string => to('region');
export const usual = (usually: string): FieldSpec => ({ ...REGION, usually });
export const unknownDelay = (source: string) => note('delay-unknown', {}, inferred(source));
