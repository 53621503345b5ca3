import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

interface Settings {
  baseLocale: string;
  locales: string[];
  'plugin.inlang.messageFormat': { pathPattern: string[] };
}

const settings = JSON.parse(readFileSync('project.inlang/settings.json', 'utf8')) as Settings;
const filesOf = (locale: string) => readdirSync(`messages/${locale}`).sort();
const keysIn = (locale: string, file: string) =>
  Object.keys(JSON.parse(readFileSync(`messages/${locale}/${file}`, 'utf8')) as object);
const prefixOf = (key: string) => key.slice(0, key.indexOf('.'));

const BASE = settings.baseLocale;

test('each folder of messages is a locale of the settings', () => {
  expect(readdirSync('messages').sort()).toEqual([...settings.locales].sort());
});

test('the settings name the files of messages, and no others', () => {
  const named = settings['plugin.inlang.messageFormat'].pathPattern;
  const files = filesOf(BASE).map((file) => `./messages/{locale}/${file}`);
  expect([...named].sort()).toEqual(files);
});

test('what stands before the first dot of a key belongs to one file', () => {
  const places = new Map<string, Set<string>>();
  for (const file of filesOf(BASE)) {
    for (const key of keysIn(BASE, file)) {
      const prefix = prefixOf(key);
      places.set(prefix, (places.get(prefix) ?? new Set()).add(file));
    }
  }
  expect([...places].filter(([, files]) => files.size > 1)).toEqual([]);
});

test.each(filesOf(BASE))('%s holds the keys that go by its name', (file) => {
  expect(keysIn(BASE, file).map(prefixOf)).toContain(file.replace('.json', ''));
});

describe.each(settings.locales)('in %s', (locale) => {
  test.each(filesOf(BASE))('%s has every message, and none that is not asked for', (file) => {
    expect(keysIn(locale, file).sort()).toEqual(keysIn(BASE, file).sort());
  });

  test('there is no other file', () => {
    expect(filesOf(locale)).toEqual(filesOf(BASE));
  });
});
