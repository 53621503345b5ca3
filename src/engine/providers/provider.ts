import type { FormatId, ReadResult } from '../1-read/format.ts';
import type { CompiledRules } from '../2-bucket/compiled.ts';
import type { BucketTrace } from '../2-bucket/trace.ts';
import type { StoreForm } from '../form/store-form.ts';
import type {
  BucketFacts,
  Decision,
  Evidence,
  ListField,
  RuleSet,
  ServerStamp,
  WireRequest,
  WireResponse
} from '../model.ts';

/** Whose machines a store runs on; an emulator stands in for another store in tests. */
export type ProviderKind = 'cloud' | 'self-hosted' | 'emulator';

/** The client libraries that speak to a store, by whose headers they use. */
export type ClientFamily = 'cos' | 's3' | 'oss' | 'obs' | 'azure' | 'gcs' | 'b2' | 'swift';

/** What the store says when the rules are saved. */
export interface SavingResult {
  accepted: boolean;
  status: number;
  code: string | null;
  message: string | null;
  /** The rule that it refuses, counted from 0; null where none or the whole text. */
  rule: number | null;
  /** What the store keeps, in its own order; null where it refuses. */
  stored: StoredRule[] | null;
  evidence: Evidence;
}

/** A rule as the store keeps it; `id` and `maxAgeSeconds` are null where unset. */
export interface StoredRule extends Record<ListField, string[]> {
  id: string | null;
  /** The digits that the store gives back, which may be more than a number holds. */
  maxAgeSeconds: string | null;
}

/** One store, as its folder defines it: how it reads, decides and words its answer. `C` is its own compiled form of a rule set. */
export interface StoreDefinition<
  Id extends string = string,
  C extends CompiledRules = CompiledRules
> {
  /** The name of its folder. */
  id: Id;
  /** Proper name, the same in every language. */
  name: string;
  kind: ProviderKind;
  /** The families of clients that speak to it; the headers of the first are its own. */
  clients: readonly [ClientFamily, ...ClientFamily[]];
  /** The formats that it takes, its own first. */
  formats: readonly FormatId[];
  /** The methods that a rule may allow. */
  methods: readonly string[];
  /** What a rule has to allow for a request, where that is not its method; null where it is. */
  operationOf?(request: WireRequest): string | null;
  /** The fields of its own page, and what that asks of them. */
  form: StoreForm;
  /** True where the letters' case of a requested header's name decides; absent where it does not, as in HTTP. */
  namesByCase?: true;
  /** Origins that the store treats apart of its own accord, whatever the rules are; absent where there are none. */
  ownOrigins?: readonly string[];
  /** True where a host name is one of the store's own endpoints. */
  servesHost(host: string): boolean;
  compile(ruleSet: RuleSet): C;
  /** The fast path; agrees with `trace(...).decision` on every input. */
  decide(compiled: C, request: WireRequest, facts: BucketFacts): Decision;
  trace(compiled: C, request: WireRequest, facts: BucketFacts): BucketTrace;
  /** The whole answer on the wire; for an actual request, the 200 that a healthy bucket gives. */
  respond(decision: Decision, request: WireRequest, stamp: ServerStamp): WireResponse;
  /** Whether the store would take the rules as they are written. */
  save(read: ReadResult): SavingResult;
}
