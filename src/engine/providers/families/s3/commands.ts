/** What stores have in common that have S3's interface and no program of their own for rules. */
import { inferred, type Fact } from '../../../2-bucket/evidence.ts';
import type { ProviderId } from '../../providers.ts';
import type { AddressForm } from '../../ways/address.ts';
import { note, type SaveNote } from '../../ways/note.ts';
import { awsCli, awsSdk, boto3, signedCurl } from './ways.ts';
import { REGION, type SaveStore, type SaveTask, type WayDraft } from '../../ways/store.ts';
import type { FieldSpec } from '../../ways/target.ts';
import { terraformLikeAws } from '../../ways/terraform.ts';

export const S3_PERMISSIONS = ['s3:GetBucketCORS', 's3:PutBucketCORS'];

/** What sets one of these stores apart. */
interface Compatible {
  id: ProviderId;
  /** What the AWS CLI keeps its keys under. */
  profile: string;
  fields: readonly FieldSpec[];
  endpoint: (task: SaveTask) => string;
  /** What requests are signed for. */
  region: (task: SaveTask) => string;
  permissions: readonly string[];
  /** How sure it is that the store takes what the AWS CLI sends. */
  fact: Fact;
  /** The same for every other way; as sure where it is absent. */
  others?: Fact;
  addresses: readonly AddressForm[];
  examples: SaveStore['examples'];
  notes: readonly SaveNote[];
  /** Amazon's own resource where it is absent. */
  terraform?: (task: SaveTask, endpoint: string, region: string) => WayDraft[];
  more?: (task: SaveTask) => WayDraft[];
}

const likeAws = (task: SaveTask, endpoint: string, region: string): WayDraft[] =>
  terraformLikeAws(task, endpoint, region, S3_PERMISSIONS);

/** A store that all tools for S3 can be pointed at. */
export const compatibleStore = (spec: Compatible): SaveStore => ({
  id: spec.id,
  fields: spec.fields,
  addresses: spec.addresses,
  examples: spec.examples,
  notes: spec.notes,
  ways: (task) => {
    const [endpoint, region] = [spec.endpoint(task), spec.region(task)];
    const { profile, permissions, fact, others = fact, terraform = likeAws } = spec;
    const access = { endpoint, region, permissions, fact: others };
    return [
      awsCli(task, { ...access, fact, profile }),
      signedCurl(task, access),
      awsSdk(task, access),
      boto3(task, access),
      ...terraform(task, endpoint, region),
      ...(spec.more?.(task) ?? [])
    ];
  }
});

/**
 * On the own machine the bucket stands in the path; on a name of one's own that is only usual.
 * docs/facts/rgw-swift.md 1.3, docs/facts/s3-compatible.md 6 to 10
 */
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
