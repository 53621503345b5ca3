/** What each Terraform resource with CORS rules calls things. docs/facts/terraform.md 1 */
import type { PlainRule, RuleSet } from '../../../model.ts';
import { holdsWithoutId } from '../azure-names.ts';
import { holdsForB2, methodOf, withName, operationOf } from '../b2-json.ts';
import type { FormatId } from '../../format.ts';
import { holdsForGcs } from '../gcs-json.ts';
import type { TreeWriting } from '../../tree/print.ts';
import type { FieldNames, RuleKey } from '../../rule-key.ts';

export interface TerraformResource {
  /** Resources of one provider share a format, which prints the first of them. */
  format: FormatId;
  type: string;
  /** What each rule is called. */
  rules: string;
  names: FieldNames;
  /** What a rule must say. */
  required: readonly RuleKey[];
  /** What else the resource must say, with something in its place. */
  needs: Readonly<Record<string, string>>;
  /** The block around the rules; absent where they stand in the resource itself. */
  within?: string;
  /** True where the rules are one argument with a list of objects, and no blocks. */
  isList?: true;
  /** True where rules may as well stand in a resource of their own, so that their absence says nothing. */
  isOld?: true;
  /** The argument that is `ResponseVary`; absent where there is none. */
  vary?: string;
  /** As in `Format`. */
  holds?: (ruleSet: RuleSet) => boolean;
  writing?: TreeWriting;
}

const NAMES: FieldNames = {
  allowedOrigins: 'allowed_origins',
  allowedMethods: 'allowed_methods',
  allowedHeaders: 'allowed_headers',
  exposeHeaders: 'expose_headers',
  maxAgeSeconds: 'max_age_seconds'
};
const NAMES_WITH_ID: FieldNames = { id: 'id', ...NAMES };

const LISTED: readonly RuleKey[] = ['allowedOrigins', 'allowedMethods'];

/** Where an age must be said, none is zero. */
const withAge = (rule: PlainRule): PlainRule => ({
  ...rule,
  maxAgeSeconds: rule.maxAgeSeconds ?? '0'
});
const haveAges = ({ rules }: RuleSet): boolean =>
  rules.every(({ maxAgeSeconds }) => maxAgeSeconds !== null);

export const TERRAFORM_RESOURCES: readonly TerraformResource[] = [
  {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket_cors_configuration
    format: 'terraform-aws',
    type: 'aws_s3_bucket_cors_configuration',
    rules: 'cors_rule',
    names: NAMES_WITH_ID,
    required: LISTED,
    needs: { bucket: 'BUCKET' }
  },
  {
    format: 'terraform-aws',
    type: 'aws_s3_bucket',
    rules: 'cors_rule',
    names: NAMES,
    required: LISTED,
    needs: { bucket: 'BUCKET' },
    isOld: true
  },
  {
    // https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/storage_bucket
    format: 'terraform-google',
    type: 'google_storage_bucket',
    rules: 'cors',
    names: {
      allowedOrigins: 'origin',
      allowedMethods: 'method',
      allowedHeaders: 'response_header',
      exposeHeaders: 'response_header',
      maxAgeSeconds: 'max_age_seconds'
    },
    required: [],
    needs: { name: 'BUCKET', location: 'US' },
    holds: holdsForGcs
  },
  {
    // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/storage_account
    format: 'terraform-azure',
    type: 'azurerm_storage_account',
    within: 'blob_properties',
    rules: 'cors_rule',
    names: { ...NAMES, exposeHeaders: 'exposed_headers', maxAgeSeconds: 'max_age_in_seconds' },
    required: [...LISTED, 'allowedHeaders', 'exposeHeaders', 'maxAgeSeconds'],
    needs: {
      name: 'ACCOUNT',
      resource_group_name: 'GROUP',
      location: 'westeurope',
      account_tier: 'Standard',
      account_replication_type: 'LRS'
    },
    holds: (ruleSet) => holdsWithoutId(ruleSet) && haveAges(ruleSet),
    writing: { lists: 'arrays', complete: withAge }
  },
  {
    // https://registry.terraform.io/providers/tencentcloudstack/tencentcloud/latest/docs/resources/cos_bucket
    format: 'terraform-tencentcloud',
    type: 'tencentcloud_cos_bucket',
    rules: 'cors_rules',
    names: NAMES,
    required: [...LISTED, 'allowedHeaders'],
    needs: { bucket: 'BUCKET-APPID' },
    vary: 'cors_response_vary',
    holds: holdsWithoutId,
    writing: { lists: 'arrays' }
  },
  {
    // https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/oss_bucket_cors
    format: 'terraform-alicloud',
    type: 'alicloud_oss_bucket_cors',
    rules: 'cors_rule',
    names: { ...NAMES, exposeHeaders: 'expose_header' },
    required: ['allowedMethods'],
    needs: { bucket: 'BUCKET' },
    vary: 'response_vary',
    holds: holdsWithoutId
  },
  {
    format: 'terraform-alicloud',
    type: 'alicloud_oss_bucket',
    rules: 'cors_rule',
    names: NAMES,
    required: LISTED,
    needs: { bucket: 'BUCKET' },
    isOld: true
  },
  {
    // https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/obs_bucket
    format: 'terraform-huaweicloud',
    type: 'huaweicloud_obs_bucket',
    rules: 'cors_rule',
    names: NAMES,
    required: LISTED,
    needs: { bucket: 'BUCKET' },
    holds: holdsWithoutId
  },
  {
    // https://registry.terraform.io/providers/cloudflare/cloudflare/latest/docs/resources/r2_bucket_cors
    format: 'terraform-cloudflare',
    type: 'cloudflare_r2_bucket_cors',
    rules: 'rules',
    isList: true,
    names: {
      id: 'id',
      allowedOrigins: 'allowed.origins',
      allowedMethods: 'allowed.methods',
      allowedHeaders: 'allowed.headers',
      exposeHeaders: 'expose_headers',
      maxAgeSeconds: 'max_age_seconds'
    },
    required: LISTED,
    needs: { account_id: 'ACCOUNT_ID', bucket_name: 'BUCKET' }
  },
  {
    // https://docs.digitalocean.com/reference/terraform/reference/resources/spaces_bucket_cors_configuration/
    format: 'terraform-digitalocean',
    type: 'digitalocean_spaces_bucket_cors_configuration',
    rules: 'cors_rule',
    names: NAMES_WITH_ID,
    required: LISTED,
    needs: { bucket: 'BUCKET', region: 'nyc3' }
  },
  {
    format: 'terraform-digitalocean',
    type: 'digitalocean_spaces_bucket',
    rules: 'cors_rule',
    names: NAMES,
    required: LISTED,
    needs: { name: 'BUCKET' },
    isOld: true
  },
  {
    // https://registry.terraform.io/providers/Backblaze/b2/latest/docs/resources/bucket
    format: 'terraform-b2',
    type: 'b2_bucket',
    rules: 'cors_rules',
    names: { ...NAMES, id: 'cors_rule_name', allowedMethods: 'allowed_operations' },
    required: ['id', ...LISTED, 'maxAgeSeconds'],
    needs: { bucket_name: 'BUCKET', bucket_type: 'allPrivate' },
    holds: (ruleSet) => holdsForB2(ruleSet) && haveAges(ruleSet),
    writing: {
      methods: { read: methodOf, write: operationOf },
      complete: (rule, others) => withAge(withName(rule, others))
    }
  }
];

/** Everything that a rule is called in any of them. */
export const TERRAFORM_RULES: ReadonlySet<string> = new Set(
  TERRAFORM_RESOURCES.map(({ rules }) => rules)
);
