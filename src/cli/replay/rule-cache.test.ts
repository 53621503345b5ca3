import { expect, test } from 'vitest';
import { providerById } from '#engine';
import { FieldReader } from './fields.ts';
import { RuleCache } from './rule-cache.ts';

/** A cache that counts how often its one provider compiles. */
function counted(): { compiled: () => number; ask: (text: string | null) => unknown } {
  const provider = providerById('tencent-cos');
  let count = 0;
  const cache = new RuleCache([
    {
      ...provider,
      compile(ruleSet) {
        count += 1;
        return provider.compile(ruleSet);
      }
    }
  ]);
  return {
    compiled: () => count,
    ask: (rules) => cache.of(new FieldReader({ provider: provider.id, rules }))
  };
}

const text = (name: string | number, size = 0): string =>
  `<CORSConfiguration><CORSRule><ID>${name}</ID><AllowedOrigin>*</AllowedOrigin>` +
  `<AllowedMethod>GET</AllowedMethod></CORSRule></CORSConfiguration>${' '.repeat(size)}`;

test('a text is compiled once', () => {
  const { ask, compiled } = counted();
  expect(ask(text('a'))).toBe(ask(text('a')));
  expect(compiled()).toBe(1);
});

test('no rules are compiled once', () => {
  const { ask, compiled } = counted();
  expect(ask(null)).toBe(ask(null));
  expect(compiled()).toBe(1);
});

test('of many texts those used last are kept', () => {
  const { ask, compiled } = counted();
  ask(text('often'));
  for (let name = 0; name < 1000; name += 1) {
    ask(text(name));
    ask(text('often'));
  }
  expect(compiled()).toBe(1001);
  ask(text(999));
  expect(compiled()).toBe(1001);
  ask(text(0));
  expect(compiled()).toBe(1002);
});

test('of large texts fewer are kept', () => {
  const { ask, compiled } = counted();
  const size = 50_000;
  for (let name = 0; name < 200; name += 1) ask(text(name, size));
  ask(text(0, size));
  expect(compiled()).toBe(201);
  ask(text(199, size));
  expect(compiled()).toBe(201);
});
