import { providerById, readRules, type Span } from '#engine';
import { exampleText, lint, type CheckId, type LintExample, type Finding } from '#engine/lint';
import { say } from '../../words/say.ts';

/** An example as a page shows it: its text, and what the check finds in it. */
export interface ExampleView {
  text: string;
  span: Span | null;
  finding: Finding | undefined;
  /** What the mend changes; null where there is none. */
  mend: string | null;
}

export function exampleView(id: CheckId, example: LintExample): ExampleView {
  const { text } = exampleText(example);
  const options = { credentials: example.credentials ?? false };
  const found = lint(readRules(text), text, providerById(example.provider), options);
  const finding = found.find(({ code }) => code === id);
  const mend = finding?.mend ? say.changes(finding.mend) : null;
  return { text, span: finding?.span ?? null, finding, mend };
}
