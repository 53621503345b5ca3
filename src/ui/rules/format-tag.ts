import type { ReadResult, Syntax } from '#engine';
import { m } from '../../paraglide/messages.js';

/** Proper names, the same in every language. */
const NAMES: Record<Syntax, string> = {
  xml: 'XML',
  json: 'JSON',
  yaml: 'YAML',
  hcl: 'Terraform',
  headers: 'HTTP'
};

/** One line on what the text is. */
export function tagOf(text: string, { syntax, complete, ruleSet }: ReadResult): string {
  if (text.trim() === '') return m['page.rules.tag.empty']();
  if (syntax === null) return m['page.rules.tag.unknown']();
  if (!complete) return m['page.rules.tag.stale']({ syntax: NAMES[syntax] });
  return m['page.rules.tag']({ syntax: NAMES[syntax], count: ruleSet.rules.length });
}
