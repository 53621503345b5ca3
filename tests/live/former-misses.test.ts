import { expect, test } from 'vitest';
import { placed, type Places } from './call.ts';
import { FORMER_MISSES } from './former-misses.ts';
import { caseOf, predict } from './predict.ts';

const PLACES: Places = {
  pages: {
    localhost: 'http://localhost:1',
    ip: 'http://127.0.0.1:1',
    same: 'http://127.0.0.1:2',
    sandbox: 'null',
    data: 'null'
  },
  own: 'http://localhost:1',
  target: 'http://127.0.0.1:2',
  named: 'http://localhost:2',
  third: 'http://127.0.0.1:3',
  keyed: 'http://u:p@127.0.0.1:3'
};

test.each(FORMER_MISSES)('%s', (_, call, pick, wanted) => {
  const asked = placed(call, PLACES, 'x');
  expect(pick(predict(asked, caseOf(asked, 'x', PLACES.pages[call.kind])))).toEqual(wanted);
});
