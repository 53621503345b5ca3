import type { BucketFacts, Header, PlainRuleSet, ProviderId } from '#engine';

/** Where the page stands: its host is a name, an address, or the called server's own; the last two have no origin. */
export const PAGE_KINDS = ['localhost', 'ip', 'same', 'sandbox', 'data'] as const;
export type PageKind = (typeof PAGE_KINDS)[number];

/** The options of a script's call, as in the replay contract. */
export interface Script {
  method?: string;
  headers?: Header[];
  body?: { kind: string; value?: string; type?: string };
  credentials?: string;
  mode?: string;
  redirect?: string;
  cache?: string;
  referrerPolicy?: string;
  duplex?: string;
  keepalive?: boolean;
  upload?: string;
  withCredentials?: boolean;
  sync?: boolean;
}

/** A scripted answer, as in the replay contract. */
export type Answer = { status: number; headers: Header[] } | { close: true };

export interface Answers {
  preflightResponse: Answer;
  actualResponse: Answer;
}

/** A store that answers by rules, whatever is asked. */
export interface Store {
  provider: ProviderId;
  rules: PlainRuleSet;
  facts: Partial<BucketFacts>;
}

/**
 * One generated call. Its texts may hold `$page`, `$own`, `$target`, `$named` and `$third`, the origins of the page, of the server
 * that it came from, of a server under its address and under its name, and of another server; `$keyed`, that one with a user name in it; and `$id`, which keeps every address apart: so a call means the same on whatever ports it is made.
 */
export interface LiveCall {
  kind: PageKind;
  api: 'fetch' | 'xhr';
  url: string;
  script: Script;
  /** Who answers: a store, or a script. */
  server: Store | (Answers & { hops: Record<string, Answers> });
  /** The options of a second call of the same address, at once after the first. */
  second: Script | null;
  /** Response headers that the script must read. */
  needs: string[];
}

/** The origins of a run. */
export interface Places {
  pages: Record<PageKind, string>;
  /** The server of the pages, which may be called too. */
  own: string;
  target: string;
  named: string;
  third: string;
  keyed: string;
}

/** The call with its places filled in. */
export function placed(call: LiveCall, { pages, ...places }: Places, id: string): LiveCall {
  const filled: Record<string, string> = { ...places, page: pages[call.kind], id };
  const text = JSON.stringify(call).replace(
    /\$(page|own|target|named|third|keyed|id)/g,
    (token, name: string) => filled[name] ?? token
  );
  return JSON.parse(text) as LiveCall;
}
