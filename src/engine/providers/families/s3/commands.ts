/** What stores have in common that have S3's interface and no program of their own for rules. */
import type { Fact } from '../../../2-bucket/evidence.ts';
import type { ProviderId } from '../../providers.ts';
import type { AddressForm } from '../../ways/address.ts';
import type { SaveNote } from '../../ways/note.ts';
import { awsCli, awsSdk, boto3, signedCurl } from './ways.ts';
import type { SaveStore, SaveTask, WayDraft } from '../../ways/store.ts';
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
