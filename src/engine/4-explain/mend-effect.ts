/** What a change of the rules does beyond the call that it mends. */
import { applyChange } from '../1-read/change.ts';
import {
  differencesOfChange,
  isOwnCall,
  type Difference,
  type OwnCall
} from '../compare/difference.ts';
import type { Change, RuleSet } from '../model.ts';
import type { CallNeeds } from './mend-candidates.ts';
import type { Scene, Story } from './story.ts';
import type { MendEffect } from './verdict.ts';

const isTaken = ({ code, args }: Difference): boolean =>
  code === 'blocked' ||
  code === 'blocked-with-credentials' ||
  (code === 'exposed' && args.lost.length > 0);

const isGiven = ({ code, args }: Difference): boolean =>
  code === 'allowed' ||
  code === 'allowed-with-credentials' ||
  (code === 'exposed' && args.gained.length > 0);

/** The difference without the call that is mended; null where nothing else shows it. */
function besides(difference: Difference, own: OwnCall): Difference | null {
  const { witness, origins, methods } = difference;
  if (origins.some((origin) => origin !== own.origin)) return difference;
  const others = methods.filter((method) => !isOwnCall({ ...witness, method }, own));
  return others.length === 0 ? null : { ...difference, methods: others };
}

/** Which calls no longer work after the changes, and which others work as well, at the address of the call. */
export function effectOf(
  changes: readonly Change[],
  ruleSet: RuleSet,
  { provider }: Scene,
  { exchanges, call }: Story,
  asked: CallNeeds
): MendEffect {
  const target = exchanges[0]?.request ?? { host: '', path: '/' };
  const own = {
    host: target.host,
    path: target.path,
    origin: asked.origin,
    method: call.result.request?.method ?? '',
    headers: asked.unsafe
  };
  const { list, exhaustive } = differencesOfChange(
    { ruleSet, provider },
    { ruleSet: changes.reduce(applyChange, ruleSet), provider },
    own
  );
  return {
    takesAway: list.filter(isTaken),
    alsoAllows: list.filter(isGiven).flatMap((difference) => besides(difference, own) ?? []),
    exhaustive
  };
}
