import type { StoredDocument, DocumentStorage } from '../document.ts';
import { otherTabs, type OtherTabs } from './other-tabs.ts';
import {
  isSameDocument,
  MAIN,
  putMain,
  readStored,
  refusalOf,
  writeOthers,
  type StorageRefusal
} from './shelf.ts';
import { newRevision, parseDocument, printDocument, revisionOf } from './stored.ts';

/** Remembers for this tab alone which of the documents is its own. */
const MINE = 'preflight-tab';

/** A document beside that of this tab. */
export interface OtherDocument {
  /** As it is stored. */
  text: string;
  /** Null where it cannot be shown. */
  kept: StoredDocument | null;
  /** How it came here: another tab wrote it, or left it at an earlier visit, or it gave way to another one on this page. */
  from: 'told' | 'found' | 'replaced';
}

/** Where documents are kept, and when. */
export interface StoragePlaces {
  /** Both are asked for anew each time, since a browser that blocks storage may throw already there. */
  local: () => Storage;
  session: () => Storage;
  /** Puts a write off until it disturbs nobody; `flush` makes up for it. */
  soon: { later: (write: () => void) => void; flush: () => void };
  tabs?: typeof otherTabs;
}

/**
 * The document of this tab in the browser's storage, and what the person should know of it: the documents of other tabs,
 * and a storage that takes nothing. No tab writes over the document of another one without keeping it.
 */
export class DocumentKeeper implements DocumentStorage {
  readonly #places: StoragePlaces;
  #tabs: OtherTabs | null = null;
  /** The document of this tab as it was stored last; null where nothing was. */
  #mine: string | null = null;
  /** True once the person has said that the tabs hold different documents. */
  #isApart = false;
  beside: readonly OtherDocument[] = $state.raw([]);
  /** Why the last write was refused; null where it was not. */
  refusal: StorageRefusal | null = $state.raw(null);

  constructor(places: StoragePlaces) {
    this.#places = places;
  }

  /** Hears of other tabs from now on; gives the way to stop. */
  meet(): () => void {
    const tabs = (this.#places.tabs ?? otherTabs)((text) => this.#hear(text));
    this.#tabs = tabs;
    return () => tabs.leave();
  }

  /** The document of this tab's last visit, else that of the last tab that wrote one. */
  load(): StoredDocument | null {
    return this.#attempt(() => {
      const { main, others } = readStored(this.#places.local());
      const revision = this.#places.session().getItem(MINE);
      const beside = others.filter((text) => main === null || !isSameDocument(text, main));
      const all = main === null ? beside : [...beside, main];
      const own = all.find((text) => revision !== null && revisionOf(text) === revision);
      const mine = own ?? main;
      this.#mine = mine;
      this.beside = all
        .filter((text) => mine === null || !isSameDocument(text, mine))
        .map((text) => ({
          text,
          kept: parseDocument(text),
          from: text === main ? 'told' : 'found'
        }));
      const kept = mine === null ? null : parseDocument(mine);
      if (mine !== null && kept === null) this.setAside();
      return kept;
    });
  }

  /** What `load` gave cannot be shown: it stays in the storage, and is offered as it is. */
  setAside(): void {
    const text = this.#mine;
    if (text === null) return;
    this.#mine = null;
    this.beside = [...this.beside, { text, kept: null, from: 'found' }];
  }

  save(kept: StoredDocument): void {
    this.#places.soon.later(() => this.#put(kept, this.#mine));
  }

  /** Sees to it that nothing was missed while the page slept. */
  look(): void {
    this.#attempt(() => {
      const { main } = readStored(this.#places.local());
      if (main !== null) this.#hear(main);
    });
  }

  /** Gives the page to a document beside; that of this tab takes its place there. */
  take(one: OtherDocument): void {
    this.#places.soon.flush();
    const mine = this.#mine;
    if (one.kept === null || !this.#keepMine()) return;
    this.#put(one.kept, one.text);
    this.beside = this.beside.filter((other) => other !== one);
    if (mine !== null)
      this.beside = [...this.beside, { text: mine, kept: parseDocument(mine), from: 'replaced' }];
    this.#isApart = false;
  }

  /** Leaves the other tab its document, and this one its own. */
  keep(one: OtherDocument): void {
    this.#isApart = true;
    this.#keepMine();
    this.beside = this.beside.filter((other) => other !== one);
  }

  /** Takes a document that nobody wants out of the storage. */
  drop(one: OtherDocument): void {
    this.#attempt(() => {
      const storage = this.#places.local();
      const { main, others } = readStored(storage);
      writeOthers(
        storage,
        others.filter((text) => text !== one.text)
      );
      if (main !== one.text) return;
      if (this.#mine === null) storage.removeItem(MAIN);
      else storage.setItem(MAIN, this.#mine);
    });
    this.beside = this.beside.filter((other) => other !== one);
  }

  /** A document beside turned out to be one that cannot be shown. */
  refuse(one: OtherDocument): void {
    this.beside = this.beside.map((other) => (other === one ? { ...one, kept: null } : other));
  }

  #put(kept: StoredDocument, replaced: string | null): void {
    this.#attempt(() => {
      const revision = newRevision();
      const text = printDocument(kept, revision);
      putMain(this.#places.local(), text, replaced);
      this.#mine = text;
      this.refusal = null;
      this.#tabs?.tell(text);
      this.#remember(revision);
    });
  }

  /** Without this, a reload gives the document that was written last. */
  #remember(revision: string): void {
    try {
      this.#places.session().setItem(MINE, revision);
    } catch {
      return;
    }
  }

  /** Another tab has written its document. */
  #hear(text: string): void {
    if (this.#mine !== null && isSameDocument(text, this.#mine)) {
      this.#mine = text;
      this.beside = this.beside.filter(({ from }) => from !== 'told');
      return;
    }
    this.#keepMine();
    if (this.#isApart) return;
    const others = this.beside.filter((one) => one.from !== 'told' && one.text !== text);
    this.beside = [...others, { text, kept: parseDocument(text), from: 'told' }];
  }

  /** Sees to it that the document of this tab is in the storage, whichever stands first there; false where it cannot be. */
  #keepMine(): boolean {
    const mine = this.#mine;
    if (mine === null) return true;
    const kept = this.#attempt(() => {
      const storage = this.#places.local();
      const { others } = readStored(storage);
      if (!others.includes(mine)) writeOthers(storage, [...others, mine]);
      return true;
    });
    return kept ?? false;
  }

  /** Null where the browser refuses, which is said. */
  #attempt<T>(task: () => T): T | null {
    try {
      return task();
    } catch (error) {
      this.refusal = refusalOf(error);
      return null;
    }
  }
}
