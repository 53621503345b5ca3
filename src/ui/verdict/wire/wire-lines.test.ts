import { expect, test } from 'vitest';
import { judge, providerById, rawRequest, rawResponse, readRules, type Exchange } from '#engine';
import { examples } from '../../examples/list.ts';
import { requestMessage, responseMessage, type WireMessage } from './wire-lines.ts';

const exchanges = examples.flatMap(({ id, draft: { rules, provider, request } }) =>
  judge({
    text: rules,
    read: readRules(rules),
    provider: providerById(provider),
    request
  }).exchanges.map((exchange): [string, Exchange] => [`${id}, ${exchange.stage}`, exchange])
);

const joined = ({ start, lines, body }: WireMessage): string =>
  [start, ...lines.map(({ name, value }) => `${name}:${value}`), '', body].join('\r\n');

test.each(exchanges)('%s: the parts are the message, to the byte', (_, exchange) => {
  expect(joined(requestMessage(exchange))).toBe(rawRequest(exchange.request));
  expect(joined(responseMessage(exchange))).toBe(rawResponse(exchange.response));
});

test.each(exchanges)('%s: each header has its note', (_, exchange) => {
  const lines = [...requestMessage(exchange).lines, ...responseMessage(exchange).lines];
  expect(lines.filter(({ does }) => does === '')).toEqual([]);
  const made = responseMessage(exchange).lines.filter((line) => line.made !== null);
  expect(made).toHaveLength(exchange.trace.answer.length);
});

test('a header that stands twice is explained line by line', () => {
  const [, exchange] = exchanges.find(([, { trace }]) => trace.answer.length > 1)!;
  const [first, second] = exchange.trace.answer;
  const twice: Exchange = {
    ...exchange,
    response: {
      ...exchange.response,
      headers: [
        ['X-Twice', 'a'],
        ['X-Twice', 'b']
      ]
    },
    trace: {
      ...exchange.trace,
      answer: [
        { header: 'X-Twice', step: first!.step },
        { header: 'X-Twice', step: second!.step }
      ]
    }
  };
  const made = responseMessage(twice).lines.map((line) => line.made);
  expect(new Set(made).size).toBe(2);
});
