import type { Aspect } from './differences.ts';
import type { Prediction } from './predict.ts';

/** For every aspect a prediction that says one thing otherwise than it is. */
export const FALSIFIED: Record<Aspect, (right: Prediction) => Prediction> = {
  requests: (right) => ({
    ...right,
    requests: right.requests.map((request) => ({
      ...request,
      headers: [...request.headers, ['X-Never', '1']]
    }))
  }),
  cookies: ({ request, ...right }) => ({
    ...right,
    request: request && {
      ...request,
      credentials: request.credentials === 'include' ? 'omit' : 'include'
    }
  }),
  outcome: ({ answer, ...right }) => ({
    ...right,
    answer: { ...answer, outcome: answer.outcome === 'ok' ? 'blocked' : 'ok' }
  }),
  readable: ({ answer, ...right }) => ({
    ...right,
    answer: { ...answer, exposedHeaders: [...(answer.exposedHeaders ?? []), 'x-never'] }
  }),
  second: ({ answer, ...right }) => ({
    ...right,
    answer: { ...answer, secondRequestPreflighted: !answer.secondRequestPreflighted }
  }),
  cause: ({ answer, ...right }) => ({
    ...right,
    answer: {
      ...answer,
      cause: answer.cause === 'preflight-status' ? 'preflight-redirect' : 'preflight-status'
    }
  }),
  console: ({ answer, ...right }) => ({
    ...right,
    answer: { ...answer, consoleMessage: `${answer.consoleMessage ?? ''}.` }
  }),
  verdict: ({ verdict, ...right }) => ({
    ...right,
    verdict: verdict && { ...verdict, carriedOut: !verdict.carriedOut }
  })
};
