import { expect, test } from 'vitest';
import { providers, readRules } from '#engine';
import { guideSave, SHELL_IDS } from '#engine/save';
import { say } from './say.ts';
import { saySave } from './save.ts';

const RULES = '[{"ID":"a","AllowedOrigins":["https://a.test"],"AllowedMethods":["PUT"]}]';
const request = {
  pageOrigin: 'https://a.test',
  method: 'PUT',
  url: '',
  headers: [],
  credentials: 'omit',
  needs: []
} as const;

test.each(providers.map((provider) => [provider.id, provider] as const))(
  'every word of the guide to %s is said whole',
  (_, provider) => {
    for (const shell of SHELL_IDS) {
      const guide = guideSave({ provider, read: readRules(RULES), request, shell });
      const said = guide.ways.flatMap((way) => [
        saySave.way(way),
        ...way.notes.map(saySave.note),
        ...way.losses.map((loss) => say.loss(loss, { target: way.tool, store: provider.name })),
        ...way.steps.flatMap(({ id }) => Object.values(saySave.step(id, way)))
      ]);
      said.push(saySave.missing(guide) ?? '', ...guide.notes.map(saySave.note));
      for (const text of said) expect(text).not.toMatch(/undefined|\[object|save\.[a-z]/);
    }
  }
);

test('where there are no rules, deleting is the first step', () => {
  const provider = providers.find(({ id }) => id === 'aws-s3') ?? providers[0]!;
  const way = (rules: string) => guideSave({ provider, read: readRules(rules), request }).ways[0]!;
  expect(saySave.step('delete', way('')).title).toBe('Delete the rules');
  expect(saySave.step('delete', way(RULES)).title).toBe('Go back to no rules');
});
