/** Runs beside the page: many rules take a second and more to compare, and the page must not stand still for that. */
import { providerById, readRules } from '#engine';
import { convertRules, differences, type Side } from '#engine/compare';
import type { Job, ResultOf, SideText } from './comparison.ts';

const sideOf = ({ text, provider }: SideText): Side => ({
  ruleSet: readRules(text).ruleSet,
  provider: providerById(provider)
});

function resultOf(job: Job): ResultOf<Job> {
  if (job.kind === 'diff') return differences(sideOf(job.before), sideOf(job.after));
  const { text, from, to, format } = job;
  const read = readRules(text);
  return convertRules({ text, read, from: providerById(from), to: providerById(to), format });
}

addEventListener('message', ({ data }: MessageEvent<Job>) => postMessage(resultOf(data)));
