import { ENGINE_IDS, judge, type PageRequest } from '#engine';
import { CREDENTIALS } from '../../choices.ts';
import { storyOf } from '../../story.ts';
import type { FieldReader } from '../fields.ts';
import type { Kind } from './kind.ts';

/** The whole way of one call, as the page tells it. */
export const story: Kind = {
  name: 'story',
  answer(fields, rules) {
    const request = pageRequest(fields);
    const engine = fields.optionalChoice('engine', ENGINE_IDS, 'chromium');
    const held = rules.forCall(fields, request.url);
    if (held === null || fields.refusal !== null) return null;
    const { text, read, provider, sure } = held;
    const verdict = judge({ text, read, provider, request, engine, departures: false });
    return JSON.stringify(storyOf(verdict, request, { provider: provider.id, sure }));
  }
};

function pageRequest(fields: FieldReader): PageRequest {
  const request = fields.object('request');
  return {
    pageOrigin: fields.text('pageOrigin'),
    method: request.text('method'),
    url: request.text('url'),
    headers: request.headerPairs('headers'),
    credentials: request.choice('credentials', CREDENTIALS) ?? 'omit',
    needs: fields.optionalTexts('needs')
  };
}
