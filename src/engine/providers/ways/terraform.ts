/** Saving by Terraform. docs/facts/terraform.md 1 */
import { printTerraform } from '../../1-read/formats/terraform/print.ts';
import {
  TERRAFORM_RESOURCES,
  type TerraformResource
} from '../../1-read/formats/terraform/resource.ts';
import { documented, inferred, type Fact } from '../../2-bucket/evidence.ts';
import { hclString } from '../../1-read/hcl/tokens.ts';
import { command } from '../../shell/command.ts';
import { note, type SaveNote } from './note.ts';
import type { SaveTask, WayDraft } from './store.ts';

export interface TerraformWay {
  /** The type of the resource that is printed, of those that {@link TERRAFORM_RESOURCES} names. */
  like: string;
  /** What it is called where it is one of another provider with the same names. */
  type?: string;
  tool: string;
  /** What the resource must say beside the rules; what is not given stands as the form's own placeholder. */
  needs: Readonly<Record<string, string>>;
  /** What stands before the resource. */
  head?: string;
  fact: Fact;
  permissions: readonly string[];
  notes?: readonly SaveNote[];
  /** What `terraform import` calls the bucket's rules; absent where that is not known. */
  imports?: string;
}

const KEEP = note(
  'terraform-keep',
  {},
  documented('https://developer.hashicorp.com/terraform/cli/commands/plan')
);

/** The resource with the names of this bucket. */
function resourceOf({ like, type = like, needs }: TerraformWay): TerraformResource | null {
  const resource = TERRAFORM_RESOURCES.find((one) => one.type === like);
  return resource ? { ...resource, type, needs: { ...resource.needs, ...needs } } : null;
}

/** Rules in a resource of their own, or as blocks of the bucket's. */
export function terraformWay({ shell, ruleSet }: SaveTask, way: TerraformWay): WayDraft[] {
  const resource = resourceOf(way);
  if (resource === null) return [];
  const { tool, head, fact, permissions, notes = [], imports } = way;
  const printed = printTerraform(resource, ruleSet);
  const found = (name: string) =>
    note(
      'terraform-import',
      { command: command(shell, `terraform import ${resource.type}.this`, shell.word(name)) },
      fact
    );
  return [
    {
      id: 'terraform',
      tool,
      format: resource.format,
      language: 'hcl',
      steps: {
        save: head === undefined ? printed : `${head}\n\n${printed}`,
        apply: 'terraform plan\nterraform apply'
      },
      fact,
      permissions,
      notes: [KEEP, ...(imports === undefined ? [] : [found(imports)]), ...notes]
    }
  ];
}

/** The provider block for a store of others with S3's interface. */
const awsProvider = (endpoint: string, region: string): string =>
  [
    'provider "aws" {',
    `  region                      = ${hclString(region)}`,
    '  s3_use_path_style           = true',
    '  skip_credentials_validation = true',
    '  skip_requesting_account_id  = true',
    '  skip_metadata_api_check     = true',
    '  skip_region_validation      = true',
    '',
    '  endpoints {',
    `    s3 = ${hclString(endpoint)}`,
    '  }',
    '}'
  ].join('\n');

const AWS_DOC =
  'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket_cors_configuration';
export const ONE_PER_BUCKET = note('terraform-one', {}, documented(AWS_DOC));

/** Amazon's resource at a store of others. */
export const terraformLikeAws = (
  task: SaveTask,
  endpoint: string,
  region: string,
  permissions: readonly string[]
): WayDraft[] =>
  terraformWay(task, {
    like: 'aws_s3_bucket_cors_configuration',
    tool: 'Terraform (hashicorp/aws)',
    needs: { bucket: task.to('bucket') },
    head: awsProvider(endpoint, region),
    fact: inferred(AWS_DOC),
    permissions,
    notes: [ONE_PER_BUCKET]
  });
