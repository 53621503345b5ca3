/** What is wrong, odd or unwise about rules that can be read, and how to mend it. */
export type { CheckArgs, CheckId, FindingArgs } from './args.ts';
export { CHECKS, isCheckId } from './all-checks.ts';
export { exampleText, type BadExample, type LintExample, type ExampleText } from './example.ts';
export { FINDING_LIMIT, LEVELS, type Effect, type Finding, type Level } from './finding.ts';
export { mendAll, type MendedRules } from './mend-all.ts';
export { levelsOf, type StoreLevel } from './levels.ts';
export { lint, type LintOptions } from './lint.ts';
export { LintMemory } from './memory.ts';
