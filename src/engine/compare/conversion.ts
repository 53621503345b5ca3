/** Rules taken to another format, another store or both, and all that this changes. */
import { commentsIn } from '../1-read/syntaxes.ts';
import type { FormatId, ReadResult } from '../1-read/format.ts';
import { formatOf } from '../1-read/read-rules.ts';
import { writeIn } from '../1-read/losses.ts';
import { placeOf, type ListField, type Span } from '../model.ts';
import type { SavingResult } from '../providers/provider.ts';
import type { Provider } from '../providers/providers.ts';
import { isOfMeaning } from './change-of-answer.ts';
import { differences, type Difference, type Differences } from './difference.ts';
import { blameOf, type Blame } from './difference-field.ts';
import { blameOfEarlier } from './earlier-rule.ts';
import { fieldOf, savingLosses, spansOf, type Loss, type BareLoss } from './loss.ts';

export interface ConversionInput {
  text: string;
  /** What `readRules` found in the text, which is read whole. */
  read: ReadResult;
  /** The store that decides by these rules, and the one that shall decide by the new text. */
  from: Provider;
  to: Provider;
  /** The format of the new text. */
  format: FormatId;
}

export interface Conversion {
  format: FormatId;
  /** The rules in that format, closed by a line feed. */
  text: string;
  /** Those of meaning first, the gravest before the others. */
  losses: Loss[];
  /** What changes for browsers once the new store decides by the text, also where it would refuse to save it. */
  differences: Differences;
  /** Differences of meaning that no loss makes: the new store answers the same rules otherwise. */
  unexplained: Difference[];
  /** Whether all stays as it was; `unknown` where nothing changed among the calls compared, which were not of all kinds. */
  meaning: 'kept' | 'changed' | 'unknown';
  /** What the new store says of the text. */
  saved: SavingResult;
}

const DROPPED: ReadonlySet<string> = new Set(['values-dropped', 'values-changed']);
const ADDED: ReadonlySet<string> = new Set(['values-added', 'lists-joined', 'values-changed']);

/** Whether what is lost is of this rule and this field of it. */
function isOf(lost: BareLoss, { rule, field }: Blame): boolean {
  if (lost.code === 'response-vary') return false;
  if (!('rules' in lost.args) || !lost.args.rules.includes(rule)) return false;
  if (field === 'rule') return lost.code === 'rules-dropped';
  if (fieldOf(lost.code, lost.args) === field) return true;
  return 'field' in lost.args && lost.args.field === field;
}

/** Whether the value is among those lost, or among those that came in. */
function isAbout(lost: BareLoss, { doer }: Blame, value: string): boolean {
  const { code, args } = lost;
  if (code === 'kept-otherwise') return args.kept === 'values';
  if (!(doer === 'before' ? DROPPED : ADDED).has(code)) return false;
  if ('values' in args) return args.values.includes(value);
  if (code !== 'values-changed') return false;
  const [own, other] = doer === 'before' ? [args.written, args.kept] : [args.kept, args.written];
  return own.includes(value) && !other.includes(value);
}

/** Losses, each with the differences that it makes. */
class Ledger {
  readonly #shown: Map<BareLoss, Difference[]>;
  readonly unexplained: Difference[] = [];

  constructor(losses: readonly BareLoss[]) {
    this.#shown = new Map(losses.map((lost) => [lost, []]));
  }

  get all() {
    return [...this.#shown].map(([lost, shown]) => ({ lost, shown }));
  }

  enter(difference: Difference, blame: Blame | null): void {
    const blamed = blame === null ? this.#ofVary(difference) : this.#blamed(blame);
    if (blamed.length === 0) this.unexplained.push(difference);
    for (const lost of blamed) this.#shown.get(lost)?.push(difference);
  }

  #ofVary({ code }: Difference): BareLoss[] {
    return code === 'vary' ? this.#known.filter((lost) => lost.code === 'response-vary') : [];
  }

  get #known(): BareLoss[] {
    return [...this.#shown.keys()];
  }

  #blamed(blame: Blame): BareLoss[] {
    const { field, values } = blame;
    const known = this.#known.filter((lost) => isOf(lost, blame));
    if (values.length === 0 || field === 'rule' || field === 'maxAgeSeconds') return known;
    return values.flatMap((value) => {
      const about = known.filter((lost) => isAbout(lost, blame, value));
      return about.length > 0 ? about : [this.#ofValue(blame, field, value)];
    });
  }

  /** A value that both sides have, and that the two stores read otherwise. */
  #ofValue({ rule, doer }: Blame, field: ListField, value: string): BareLoss {
    const code = doer === 'before' ? 'value-narrower' : 'value-wider';
    for (const lost of this.#known) {
      if (lost.code !== code || lost.args.field !== field || lost.args.value !== value) continue;
      if (!lost.args.rules.includes(rule)) lost.args.rules.push(rule);
      return lost;
    }
    const lost: BareLoss = { code, args: { rules: [rule], field, value } };
    this.#shown.set(lost, []);
    return lost;
  }
}

function commentsLoss(text: string, comments: readonly Span[]): BareLoss[] {
  const [first] = comments;
  if (first === undefined) return [];
  const { line } = placeOf(text, first.from);
  return [{ code: 'comments-dropped', args: { count: comments.length, line } }];
}

/** A refusal before all, then what some call shows, the gravest first, then what none does. */
const byGravity =
  (list: readonly Difference[]) =>
  (one: Loss, other: Loss): number => {
    const rank = ({ code, level, shown: [gravest] }: Loss) => {
      if (code === 'refused') return -1;
      if (level === 'text') return list.length + 1;
      return gravest === undefined ? list.length : list.indexOf(gravest);
    };
    return rank(one) - rank(other);
  };

/**
 * Prints rules that were read in another format for another store, and tells what is lost: what the text cannot say, what the
 * store refuses, keeps or reads otherwise, and which calls show it. Nothing of it is known of a pair of stores beforehand; all
 * is read from what the printed text says and from how both stores decide.
 */
export function convertRules({ text, read, from, to, format }: ConversionInput): Conversion {
  const { ruleSet } = read;
  const written = writeIn(ruleSet, format);
  const saved = to.save(written.read);
  const before = { ruleSet, provider: from };
  const after = { ruleSet: written.read.ruleSet, provider: to };
  const found = differences(before, after);
  const isTemplate = read.format !== null && formatOf(read.format).isTemplate === true;
  const comments = commentsIn(text, read.syntax);
  const ledger = new Ledger([
    ...written.losses,
    ...savingLosses(after.ruleSet, saved),
    ...(isTemplate ? [{ code: 'surroundings', args: {} } as const] : []),
    ...commentsLoss(text, comments)
  ]);
  for (const difference of found.list) {
    if (!isOfMeaning(difference.code)) continue;
    const blame = blameOf(difference, before, after) ?? blameOfEarlier(difference, before, after);
    ledger.enter(difference, blame);
  }
  const losses = ledger.all.map(({ lost, shown }): Loss => {
    const isMeant = shown.length > 0 || lost.code === 'refused';
    return {
      ...lost,
      level: isMeant ? 'meaning' : 'text',
      spans: spansOf(lost, ruleSet, comments),
      shown
    };
  });
  const changed =
    found.list.some(({ code }) => isOfMeaning(code)) ||
    losses.some(({ level }) => level === 'meaning');
  return {
    format,
    text: written.text,
    losses: losses.sort(byGravity(found.list)),
    differences: found,
    unexplained: ledger.unexplained,
    meaning: changed ? 'changed' : found.exhaustive ? 'kept' : 'unknown',
    saved
  };
}
