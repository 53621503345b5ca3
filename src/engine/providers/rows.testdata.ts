/** Rows of documented answers: a rule set in short, a request, and what the store says. */
import {
  DEFAULT_FACTS,
  providerById,
  readRules,
  type BucketFacts,
  type Evidence,
  type Header,
  type ProviderId
} from '#engine';

/** A rule in short; lists are what its elements say. */
export interface ShortRule {
  origins: string[];
  methods: string[];
  headers?: string[];
  expose?: string[];
  age?: string;
  id?: string;
}

const element = (name: string) => (value: string) => `<${name}>${value}</${name}>`;

/** The rules in the XML of S3. */
export const rulesXml = (rules: readonly ShortRule[]): string =>
  element('CORSConfiguration')(
    rules
      .map(({ origins, methods, headers = [], expose = [], age, id }) =>
        element('CORSRule')(
          [
            ...(id === undefined ? [] : [element('ID')(id)]),
            ...origins.map(element('AllowedOrigin')),
            ...methods.map(element('AllowedMethod')),
            ...headers.map(element('AllowedHeader')),
            ...expose.map(element('ExposeHeader')),
            ...(age === undefined ? [] : [element('MaxAgeSeconds')(age)])
          ].join('')
        )
      )
      .join('')
  );

/** A request in short: the headers that CORS looks at. */
export interface ShortRequest {
  method: string;
  origin?: string;
  asksMethod?: string;
  asksHeaders?: string;
  facts?: Partial<BucketFacts>;
  /** The endpoint, where it matters which one is called. */
  host?: string;
  path?: string;
}

/** A whole answer; headers by lower-case name. */
export interface ExpectedAnswer {
  rule: number | null;
  status: number | null;
  headers: Record<string, string>;
  error: { code: string; message: string } | null;
  evidence: Evidence;
}

/** What the store answers, its rules written as `text`. */
export function ask(store: ProviderId, text: string, request: ShortRequest): ExpectedAnswer {
  const { method, origin, asksMethod, asksHeaders, facts } = request;
  const { host = '', path = '/bucket/key' } = request;
  const provider = providerById(store);
  const compiled = provider.compile(readRules(text).ruleSet);
  const lines: [string, string | undefined][] = [
    ['Origin', origin],
    ['Access-Control-Request-Method', asksMethod],
    ['Access-Control-Request-Headers', asksHeaders]
  ];
  const headers = lines.flatMap(([name, value]): Header[] =>
    value === undefined ? [] : [[name, value]]
  );
  const wire = { method, host, path, headers };
  const decision = provider.decide(compiled, wire, { ...DEFAULT_FACTS, ...facts });
  const byName = new Map<string, string>();
  for (const [name, value] of decision.headers) {
    const before = byName.get(name.toLowerCase());
    byName.set(name.toLowerCase(), before === undefined ? value : `${before}, ${value}`);
  }
  return { ...decision, headers: Object.fromEntries(byName) };
}

/** What the store says when the text is saved. */
export const save = (store: ProviderId, text: string) => providerById(store).save(readRules(text));
