import { reading, type Scenario } from '../scenario.ts';

/**
 * A CDN keeps the answer to the first visitor, who asked without Origin, and gives it to all that come after.
 * https://www.rfc-editor.org/rfc/rfc9111#section-4.1
 */
export const cdnFirst: Scenario = {
  id: 'cdn-first',
  cdn: true,
  twoPages: false,
  mends: ['cdn-key', 'response-vary', 'crossorigin', 'other-query', 'wait'],
  acts: ({ request }) => [
    {
      kind: 'element',
      at: 0,
      page: request.pageOrigin,
      url: request.url,
      crossorigin: null,
      elsewhere: true
    },
    { kind: 'call', at: 60, request: reading(request), reload: false }
  ]
};
