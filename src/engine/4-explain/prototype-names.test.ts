/** Names that every object of JavaScript has, written wherever a text from outside is looked up. */
import { describe, expect, test } from 'vitest';
import { ruleAt } from '../1-read/plain.ts';
import { formatOf, readRules } from '../1-read/read-rules.ts';
import type { PageRequest } from '../model.ts';
import { providers } from '../providers/providers.ts';
import { judge } from './judge.ts';

const NAMES = ['constructor', 'toString', '__proto__', 'hasOwnProperty', 'valueOf'];

describe.each(providers.map((provider) => [provider.id, provider] as const))(
  '%s',
  (_, provider) => {
    test.each(NAMES)('%s as a method, a header and an id', (name) => {
      const rule = {
        id: name,
        allowedOrigins: ['https://a.test'],
        allowedMethods: ['GET', name, '*'],
        allowedHeaders: ['*'],
        exposeHeaders: [name],
        maxAgeSeconds: '600'
      };
      for (const format of provider.formats) {
        const text = formatOf(format).print({ rules: [ruleAt(rule, 0)], responseVary: null });
        const request: PageRequest = {
          pageOrigin: 'https://a.test',
          method: name,
          url: `https://b.test/${name}`,
          headers: [[name, name]],
          credentials: 'omit',
          needs: [name]
        };
        for (const read of [readRules(text), readRules(text.replaceAll(name, 'GET'))]) {
          const verdict = judge({ text, read, provider, request });
          expect(verdict.outcome).toBeTypeOf('string');
        }
      }
    });
  }
);
