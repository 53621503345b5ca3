import { reading, type Scenario } from '../scenario.ts';

/**
 * Two pages of one site read the same file in one browser, and the second is given the answer that names the first.
 * https://fetch.spec.whatwg.org/#cors-protocol-and-http-caches
 */
export const twoPages: Scenario = {
  id: 'two-pages',
  cdn: false,
  twoPages: true,
  mends: ['response-vary', 'edge-vary', 'other-query', 'reload', 'wait'],
  acts: ({ request, other }) => {
    const call = reading(request);
    return [
      { kind: 'call', at: 0, request: call, reload: false },
      { kind: 'call', at: 10, request: { ...call, pageOrigin: other }, reload: false }
    ];
  }
};
