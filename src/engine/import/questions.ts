import { QUESTIONS, type SymptomQuestion, type Symptom, type SymptomCode } from './symptom.ts';

/** Causes that no rule of a bucket brings about or mends. */
const WITHOUT_RULES: ReadonlySet<SymptomCode> = new Set([
  'mixed-content',
  'scheme-unsupported',
  'mode-same-origin',
  'no-cors-redirect-mode',
  'cache-miss',
  'network',
  'resource-policy',
  'redirect-not-allowed',
  'redirect-too-many',
  'redirect-invalid',
  'redirect-scheme',
  'redirect-credentials',
  'http-error',
  'local-network',
  'cors-disabled',
  'canvas-tainted',
  'opaque-response-blocked',
  'embedder-policy',
  'content-security-policy',
  'service-worker',
  'bucket-missing',
  'wrong-endpoint',
  'access-denied',
  'signature',
  'referer-refused',
  'not-a-browser'
]);

/** Whether the bucket's rules have a part in the likeliest cause. */
export function concernsRules({ causes: [likeliest] }: Pick<Symptom, 'causes'>): boolean {
  return likeliest === undefined || !WITHOUT_RULES.has(likeliest);
}

/**
 * What still has to be asked before the rules can be judged, in the order in which it is asked. Nothing where the rules have
 * no part in it. The headers that the script sets do not matter once a preflight is known to be past, or never sent.
 */
export function questionsOf(symptom: Omit<Symptom, 'missing'>): SymptomQuestion[] {
  if (!concernsRules(symptom)) return [];
  const { request, preflight, headersKnown } = symptom;
  const open: Record<SymptomQuestion, boolean> = {
    rules: true,
    origin: request.pageOrigin === undefined,
    url: request.url === undefined,
    method: request.method === undefined,
    headers: !headersKnown && preflight !== false
  };
  return QUESTIONS.filter((question) => open[question]);
}
