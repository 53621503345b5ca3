import { expect, test } from 'vitest';
import { providerById, providers, type ReadResult } from '#engine';
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
  const size = 1000;
  ask(text('often', size));
  for (let name = 0; name < 1000; name += 1) {
    ask(text(name, size));
    ask(text('often', size));
  }
  expect(compiled()).toBe(1001);
  ask(text(999, size));
  expect(compiled()).toBe(1001);
  ask(text(0, size));
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

test('a text that is larger than all the room is answered, and those after it are kept', () => {
  const { ask, compiled } = counted();
  const large = text('large', 900_000);
  ask(large);
  ask(large);
  expect(compiled()).toBe(2);
  ask(text('small'));
  ask(text('small'));
  expect(compiled()).toBe(3);
});

test('what stores make of one text counts for each of them', () => {
  const kept = (stores: number): number => {
    let compiled = 0;
    const list = providers.slice(0, stores).map((provider) => ({
      ...provider,
      compile(ruleSet: ReadResult['ruleSet']) {
        compiled += 1;
        return provider.compile(ruleSet);
      }
    }));
    const cache = new RuleCache(list);
    const names = Array.from({ length: 40 }, (_, name) => name);
    const askAll = () => {
      for (const name of names)
        for (const { id } of list)
          cache.of(new FieldReader({ provider: id, rules: text(name, 10_000) }));
    };
    askAll();
    compiled = 0;
    names.reverse();
    askAll();
    return names.length - compiled / stores;
  };
  expect(kept(1)).toBe(40);
  expect(kept(10)).toBeLessThan(10);
});
