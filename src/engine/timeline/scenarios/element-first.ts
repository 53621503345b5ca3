import { reading, type Scenario } from '../scenario.ts';

/**
 * An element without `crossorigin` fills the browser's cache with an answer to a request without Origin, and a script is
 * given that answer. https://fetch.spec.whatwg.org/#cors-protocol-and-http-caches
 */
export const elementFirst: Scenario = {
  id: 'element-first',
  cdn: false,
  twoPages: false,
  mends: ['crossorigin', 'response-vary', 'edge-vary', 'other-query', 'reload', 'wait'],
  acts: ({ request }) => [
    {
      kind: 'element',
      at: 0,
      page: request.pageOrigin,
      url: request.url,
      crossorigin: null,
      elsewhere: false
    },
    { kind: 'call', at: 5, request: reading(request), reload: false }
  ]
};
