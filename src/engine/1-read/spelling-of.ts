import type { FormatId } from './format.ts';
import { TERRAFORM_RESOURCES } from './formats/terraform/resource.ts';
import { formatOf } from './read-rules.ts';
import type { Spelling } from './tree/spelling.ts';

/** How a rule's names are spelled in a format whose rules are objects or blocks; `resource` is the type of the Terraform resource around. */
export function spellingOf(format: FormatId, resource: string | null): Spelling | null {
  const own = formatOf(format).spelling;
  if (own) return own;
  const resources = TERRAFORM_RESOURCES.filter((one) => one.format === format);
  const found = resources.find(({ type }) => type === resource) ?? resources[0];
  return found ? { ...found.writing, names: [found.names] } : null;
}
