import { expect, test } from 'vitest';
import {
  judge,
  providers,
  rawRequest,
  rawResponse,
  readRules,
  type PageRequest,
  type Provider,
  type Verdict
} from '#engine';
import { readSymptom, type Symptom } from '#engine/import';
import { guideSave, SHELL_IDS } from '#engine/save';

const PAGE = 'https://app.example.com';
const REQUEST: PageRequest = {
  pageOrigin: PAGE,
  method: 'PUT',
  url: 'https://media.example.com/photo.png',
  headers: [['x-note', 'a']],
  credentials: 'omit',
  needs: []
};

/** Rules of one origin in a form that the store takes. */
function rulesFor(provider: Provider, origin: string): string {
  const s3 = [
    {
      AllowedOrigins: [origin],
      AllowedMethods: ['GET', 'PUT'],
      AllowedHeaders: ['*'],
      ExposeHeaders: ['ETag'],
      MaxAgeSeconds: 600
    }
  ];
  const texts = [
    JSON.stringify(s3),
    `<CORSConfiguration><CORSRule><AllowedOrigin>${origin}</AllowedOrigin><AllowedMethod>PUT</AllowedMethod><AllowedMethod>GET</AllowedMethod><AllowedHeader>*</AllowedHeader></CORSRule></CORSConfiguration>`,
    JSON.stringify([{ origin: [origin], method: ['GET', 'PUT'], responseHeader: ['x-note'] }]),
    `<Cors><CorsRule><AllowedOrigins>${origin}</AllowedOrigins><AllowedMethods>GET,PUT</AllowedMethods><AllowedHeaders>*</AllowedHeaders><ExposedHeaders></ExposedHeaders><MaxAgeInSeconds>60</MaxAgeInSeconds></CorsRule></Cors>`,
    `X-Container-Meta-Access-Control-Allow-Origin: ${origin}`,
    JSON.stringify([
      {
        corsRuleName: 'rule-1',
        allowedOrigins: [origin],
        allowedOperations: ['s3_put'],
        allowedHeaders: ['*'],
        maxAgeSeconds: 600
      }
    ])
  ];
  const taken = texts.find((text) => {
    const { format } = readRules(text);
    return format !== null && provider.formats.includes(format);
  });
  return taken ?? '';
}

const verdictOf = (provider: Provider, text: string): Verdict =>
  judge({ text, read: readRules(text), provider, request: REQUEST, departures: false });

function symptomOf(text: string): Symptom {
  const { symptom } = readSymptom(text);
  if (symptom === null) throw new Error(`nothing in: ${text}`);
  return symptom;
}

/** What a refusal may be told as: by the store's own words, or by what a browser makes of the answer. */
const REFUSED = new Set([
  ...['rules-refused', 'no-configuration', 'bucket-missing', 'access-denied'],
  ...['allow-origin-missing', 'preflight-status', 'method-not-in-answer', 'header-not-in-answer']
]);

/** Every store's answers to a page that no rule allows and to a bucket without rules, where it refuses. */
const REFUSALS = providers.flatMap((provider) =>
  [
    ['another origin', rulesFor(provider, 'https://other.example.com')] as const,
    ['no rules', ''] as const
  ].flatMap(([what, rules]) => {
    const { outcome, exchanges } = verdictOf(provider, rules);
    return outcome === 'allowed'
      ? []
      : exchanges.slice(0, 1).map((one) => ({ id: provider.id, what, ...one }));
  })
);

test('most stores refuse', () => {
  expect(REFUSALS.length).toBeGreaterThan(providers.length);
});

test.each(REFUSALS)('$id, $what: the answer is read as a refusal', ({ request, response }) => {
  for (const text of [rawResponse(response), rawRequest(request) + rawResponse(response)]) {
    const symptom = symptomOf(text);
    expect(symptom.failure, text).toBe(true);
    expect([...REFUSED], text).toContain(symptom.causes[0]);
    expect(symptom.status, text).toBe(response.status);
  }
});

const BODIES = REFUSALS.filter(({ response }) => response.body.trim() !== '');

test.each(BODIES)('$id, $what: the body alone is a failure', ({ response: { body } }) => {
  const symptom = symptomOf(body);
  expect(symptom.failure).toBe(true);
  for (const cause of symptom.causes) expect([...REFUSED]).toContain(cause);
});

const GOOD = providers.flatMap((provider) => {
  const { outcome, exchanges } = verdictOf(provider, rulesFor(provider, PAGE));
  return outcome === 'allowed' ? exchanges.map((one) => ({ id: provider.id, ...one })) : [];
});

test('most stores allow', () => {
  expect(GOOD.length).toBeGreaterThan(providers.length);
});

test.each(GOOD)('$id, $stage: a good answer is read as good', ({ request, response }) => {
  const text = rawRequest(request) + rawResponse(response);
  expect(symptomOf(text), text).toMatchObject({
    failure: false,
    causes: [],
    request: { pageOrigin: PAGE, method: 'PUT' },
    preflight: request.method === 'OPTIONS' ? true : null
  });
});

/** What is typed into a page of the store is rules alone, and no command. */
const isCommand = (text: string): boolean => readRules(text).format === null;

const COMMANDS = providers.flatMap((provider) =>
  SHELL_IDS.flatMap((shell) => {
    const read = readRules(rulesFor(provider, PAGE));
    const { ways } = guideSave({ provider, read, request: REQUEST, shell });
    return ways.flatMap((way) =>
      way.steps
        .filter(({ id, text }) => id === 'save' && isCommand(text))
        .map(({ text }) => ({ name: `${provider.id}, ${way.id}, ${shell}`, text }))
    );
  })
);

test.each(COMMANDS)('$name: what saves rules is known, and no failure', ({ text }) => {
  expect(symptomOf(text).failure).toBe(false);
});
