import { describe, expect, it } from 'vitest';
import type { StoredDocument } from '../document.ts';
import { examples } from '../examples/list.ts';
import { DocumentKeeper, type StoragePlaces } from './keeping.svelte.ts';
import { MAIN, readStored } from './shelf.ts';
import { parseDocument, printDocument } from './stored.ts';

const { draft } = examples[0];
const doc = (rules: string): StoredDocument => ({ draft: { ...draft, rules }, readable: null });
const NOW = { later: (write: () => void) => write(), flush: () => undefined };

/** A stand-in for the browser's storage; `refuse` makes its writes fail. */
class MemoryStorage implements Storage {
  readonly items = new Map<string, string>();
  refuse: string | null = null;
  readonly length = 0;
  clear = () => this.items.clear();
  key = () => null;
  getItem(key: string): string | null {
    if (this.refuse === 'SecurityError') throw new DOMException('denied', this.refuse);
    return this.items.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    if (this.refuse !== null) throw new DOMException('refused', this.refuse);
    this.items.set(key, value);
  }
  removeItem = (key: string) => void this.items.delete(key);
}

/** A browser with one storage and as many tabs as are opened; each hears what the others write. */
class Browser {
  readonly local = new MemoryStorage();
  readonly #hearers = new Set<(text: string) => void>();

  open(session = new MemoryStorage()): {
    keeping: DocumentKeeper;
    session: MemoryStorage;
    rules: string | null;
  } {
    const tabs: StoragePlaces['tabs'] = (hear) => {
      this.#hearers.add(hear);
      return {
        tell: (text) => this.#hearers.forEach((each) => each !== hear && each(text)),
        leave: () => void this.#hearers.delete(hear)
      };
    };
    const places = { local: () => this.local, session: () => session, soon: NOW, tabs };
    const keeping = new DocumentKeeper(places);
    keeping.meet();
    return { keeping, session, rules: keeping.load()?.draft.rules ?? null };
  }

  /** Every rule text that the storage holds. */
  get texts(): (string | undefined)[] {
    const { main, others } = readStored(this.local);
    return [...others, main ?? ''].map((text) => parseDocument(text)?.draft.rules);
  }
}

const besides = ({ beside }: DocumentKeeper) =>
  beside.map(({ kept, from, text }) => [from, kept?.draft.rules ?? text]);

describe('one tab', () => {
  it('keeps a document', () => {
    const browser = new Browser();
    browser.open().keeping.save(doc('a'));
    expect(browser.open().rules).toBe('a');
    expect(browser.texts).toEqual(['a']);
  });

  it('is empty at the first visit, and has nothing to say', () => {
    const { keeping, rules } = new Browser().open();
    expect([rules, keeping.beside, keeping.refusal]).toEqual([null, [], null]);
  });

  it('writes over its own document, and says nothing', () => {
    const browser = new Browser();
    const { keeping } = browser.open();
    for (const rules of ['a', 'b', 'c']) keeping.save(doc(rules));
    expect(browser.texts).toEqual(['c']);
    expect(keeping.beside).toEqual([]);
  });
});

describe('two tabs', () => {
  it('tells each at once that the other has changed the document, and loses neither', () => {
    const browser = new Browser();
    const [one, other] = [browser.open(), browser.open()];
    one.keeping.save(doc('one'));
    expect(besides(other.keeping)).toEqual([['told', 'one']]);
    other.keeping.save(doc('other'));
    expect(besides(one.keeping)).toEqual([['told', 'other']]);
    expect(browser.texts).toEqual(['one', 'other']);
    one.keeping.save(doc('one more'));
    expect(browser.texts).toEqual(['other', 'one more']);
    expect(besides(other.keeping)).toEqual([['told', 'one more']]);
  });

  it('keeps the document of a tab that only shows it, once another one changes it', () => {
    const browser = new Browser();
    browser.open().keeping.save(doc('old'));
    const shows = browser.open();
    browser.open().keeping.save(doc('new'));
    expect(browser.texts).toEqual(['old', 'new']);
    expect(besides(shows.keeping)).toEqual([['told', 'new']]);
  });

  it('gives each its own document after a reload', () => {
    const browser = new Browser();
    const [one, other] = [browser.open(), browser.open()];
    one.keeping.save(doc('one'));
    other.keeping.save(doc('other'));
    const again = browser.open(one.session);
    expect(again.rules).toBe('one');
    expect(besides(again.keeping)).toEqual([['told', 'other']]);
    expect(browser.open(other.session).rules).toBe('other');
  });

  it('offers a later visit what the one that is gone left', () => {
    const browser = new Browser();
    const [one, other] = [browser.open(), browser.open()];
    one.keeping.save(doc('one'));
    other.keeping.save(doc('other'));
    const later = browser.open();
    expect(later.rules).toBe('other');
    expect(besides(later.keeping)).toEqual([['found', 'one']]);
    const [found] = later.keeping.beside;
    if (found) later.keeping.drop(found);
    expect([later.keeping.beside, browser.texts]).toEqual([[], ['other']]);
  });

  it('says nothing more once each keeps its own, and still keeps both', () => {
    const browser = new Browser();
    const [one, other] = [browser.open(), browser.open()];
    one.keeping.save(doc('one'));
    other.keeping.save(doc('other'));
    for (const { keeping } of [one, other]) keeping.beside.forEach((each) => keeping.keep(each));
    one.keeping.save(doc('one more'));
    other.keeping.save(doc('other more'));
    expect([one.keeping.beside, other.keeping.beside]).toEqual([[], []]);
    expect(browser.texts).toEqual(['one more', 'other more']);
  });

  it('lets one take the other’s, and put its own back', () => {
    const browser = new Browser();
    const [one, other] = [browser.open(), browser.open()];
    one.keeping.save(doc('one'));
    other.keeping.save(doc('other'));
    const [told] = one.keeping.beside;
    if (told) one.keeping.take(told);
    expect(besides(one.keeping)).toEqual([['replaced', 'one']]);
    expect(browser.texts).toEqual(['one', 'other']);
    expect(other.keeping.beside).toEqual([]);
    const [replaced] = one.keeping.beside;
    if (replaced) one.keeping.take(replaced);
    expect(besides(one.keeping)).toEqual([['replaced', 'other']]);
    expect(besides(other.keeping)).toEqual([['told', 'one']]);
    expect(browser.texts).toEqual(['other', 'one']);
  });

  it('says nothing where both have the same document', () => {
    const browser = new Browser();
    const [one, other] = [browser.open(), browser.open()];
    one.keeping.save(doc('same'));
    other.keeping.save(doc('same'));
    expect([one.keeping.beside, other.keeping.beside.length]).toEqual([[], 1]);
    one.keeping.save(doc('same'));
    expect([one.keeping.beside, other.keeping.beside]).toEqual([[], []]);
    expect(browser.texts).toEqual(['same']);
  });

  it('keeps the documents of three', () => {
    const browser = new Browser();
    const tabs = [browser.open(), browser.open(), browser.open()];
    for (const round of [1, 2])
      tabs.forEach(({ keeping }, index) => keeping.save(doc(`${index} ${round}`)));
    expect([...browser.texts].sort()).toEqual(['0 2', '1 2', '2 2']);
  });

  it('sees on its return what it did not hear', () => {
    const browser = new Browser();
    const { keeping } = browser.open();
    keeping.save(doc('one'));
    browser.local.setItem(MAIN, printDocument(doc('other'), 'x'));
    keeping.look();
    expect(besides(keeping)).toEqual([['told', 'other']]);
    expect(browser.texts).toEqual(['one', 'other']);
  });
});

describe('a stored document that cannot be shown', () => {
  const print = printDocument(doc('a'), 'x');

  it.each([
    ['half a document', print.slice(0, 40)],
    ['of another version', print.replace('"version":1', '"version":2')],
    ['with wrong types', print.replace('"rules":"a"', '"rules":5')],
    [
      'with a name of Object.prototype for a store',
      print.replace(/"tencent-cos"/, '"constructor"')
    ],
    ['null', 'null'],
    ['an array', '[]'],
    ['nested without end', '['.repeat(100_000)]
  ])('is offered as it is, and outlives the next write: %s', (_name, stored) => {
    const browser = new Browser();
    browser.local.setItem(MAIN, stored);
    const { keeping, rules } = browser.open();
    expect(rules).toBeNull();
    expect(besides(keeping)).toEqual([['found', stored]]);
    keeping.save(doc('new'));
    expect(readStored(browser.local).others).toEqual([stored]);
    const later = browser.open();
    expect([later.rules, besides(later.keeping)]).toEqual(['new', [['found', stored]]]);
    const [one] = later.keeping.beside;
    if (one) later.keeping.drop(one);
    expect(browser.texts).toEqual(['new']);
  });

  it.each(['{', '7', '{"a":1}', '[1,{}]', ''])('is no list of others: %s', (stored) => {
    const browser = new Browser();
    browser.local.setItem('preflight-others', stored);
    const { keeping } = browser.open();
    expect(keeping.beside.every(({ kept }) => kept === null)).toBe(true);
    keeping.save(doc('a'));
    expect(browser.open().rules).toBe('a');
  });
});

describe('a storage that refuses', () => {
  it.each([
    ['QuotaExceededError', 'full'],
    ['SecurityError', 'blocked']
  ])('is said: %s', (error, said) => {
    const browser = new Browser();
    const { keeping } = browser.open();
    browser.local.refuse = error;
    keeping.save(doc('a'));
    expect(keeping.refusal).toBe(said);
    browser.local.refuse = null;
    keeping.save(doc('a'));
    expect(keeping.refusal).toBeNull();
  });

  it('does not write over the document of another tab that it cannot keep', () => {
    const browser = new Browser();
    const [one, other] = [browser.open(), browser.open()];
    one.keeping.save(doc('one'));
    browser.local.refuse = 'QuotaExceededError';
    other.keeping.save(doc('other'));
    expect([browser.texts, other.keeping.refusal]).toEqual([['one'], 'full']);
  });

  it('keeps documents where only the memory of the tab is refused', () => {
    const browser = new Browser();
    const session = new MemoryStorage();
    const { keeping } = browser.open(session);
    session.refuse = 'QuotaExceededError';
    keeping.save(doc('a'));
    expect([browser.texts, keeping.refusal]).toEqual([['a'], null]);
  });
});
