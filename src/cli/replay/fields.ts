import type { Header } from '#engine';
import type { LineRefusal } from './refusal.ts';

type Json = Readonly<Record<string, unknown>>;

/** The first thing that is wrong with a line; every object inside the line notes into the same one. */
interface Note {
  first: LineRefusal | null;
}

/** Longest piece of a wrong value that a message repeats. */
const SHOWN = 80;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Reads the fields of one line and notes the first that is missing or of the wrong type. A getter that finds nothing
 * usable gives an empty value, so a kind reads all its fields and asks once, at the end, for `refusal`.
 * Optional fields may be absent or null.
 */
export class FieldReader {
  readonly #json: Json;
  readonly #path: string;
  readonly #note: Note;

  constructor(json: Json, path = '', note: Note = { first: null }) {
    this.#json = json;
    this.#path = path;
    this.#note = note;
  }

  /** The whole line, for a kind whose fields the engine reads itself. */
  get line(): Json {
    return this.#json;
  }

  get refusal(): LineRefusal | null {
    return this.#note.first;
  }

  refuse(refusal: LineRefusal): void {
    this.#note.first ??= refusal;
  }

  /** Whether an optional field is there. */
  has(name: string): boolean {
    return !this.#absent(name);
  }

  text(name: string): string {
    const value = this.#required(name);
    if (typeof value === 'string') return value;
    return this.#wrong('field-not-string', name, '');
  }

  textOrNull(name: string): string | null {
    const value = this.#required(name);
    if (typeof value === 'string' || value === null) return value;
    return this.#wrong('field-not-string-or-null', name, null);
  }

  /** Nothing where the field is absent. */
  optionalText(name: string): string {
    return this.#absent(name) ? '' : this.text(name);
  }

  optionalFlag(name: string, fallback: boolean): boolean {
    const value = this.#json[name] ?? fallback;
    if (typeof value === 'boolean') return value;
    return this.#wrong('field-not-boolean', name, fallback);
  }

  choice<T extends string>(name: string, allowed: readonly T[]): T | null {
    const value = this.text(name);
    const found = allowed.find((choice) => choice === value);
    if (found === undefined) this.refuse(unknownValue(this.#path + name, value, allowed));
    return found ?? null;
  }

  optionalChoice<T extends string>(name: string, allowed: readonly T[], fallback: T): T {
    return this.#absent(name) ? fallback : (this.choice(name, allowed) ?? fallback);
  }

  object(name: string): FieldReader {
    const value = this.#required(name);
    const json = isObject(value) ? value : this.#wrong('field-not-object', name, {});
    return new FieldReader(json, `${this.#path}${name}.`, this.#note);
  }

  /** Null where the field is absent. */
  optionalObject(name: string): FieldReader | null {
    return this.#absent(name) ? null : this.object(name);
  }

  optionalTexts(name: string): string[] {
    if (this.#absent(name)) return [];
    return this.#list(name).map((item, index) =>
      typeof item === 'string' ? item : this.#wrong('field-not-string', `${name}[${index}]`, '')
    );
  }

  /** Header lines as `{"Name":"value","Twice":["first","second"]}`, in the order of the text. */
  headerObject(name: string): Header[] {
    const value = this.#required(name);
    const record = isObject(value) ? value : this.#wrong<Json>('field-not-object', name, {});
    const headers: Header[] = [];
    for (const header of Object.keys(record)) {
      const values = record[header];
      for (const one of Array.isArray(values) ? (values as unknown[]) : [values]) {
        if (typeof one === 'string') headers.push([header, one]);
        else this.#wrong('field-not-string-or-list', `${name}.${header}`, '');
      }
    }
    return headers;
  }

  /** Header lines as `[["name","value"],…]`. */
  headerPairs(name: string): Header[] {
    return this.#list(name).map((pair, index): Header => {
      const [header, value, ...more] = Array.isArray(pair) ? (pair as unknown[]) : [];
      const good = typeof header === 'string' && typeof value === 'string' && more.length === 0;
      return good ? [header, value] : this.#wrong('field-not-pair', `${name}[${index}]`, ['', '']);
    });
  }

  #absent(name: string): boolean {
    return (this.#json[name] ?? null) === null;
  }

  #required(name: string): unknown {
    const value = this.#json[name];
    if (value === undefined) {
      this.refuse({ code: 'field-missing', args: { field: this.#path + name } });
    }
    return value;
  }

  #list(name: string): unknown[] {
    const value = this.#required(name);
    return Array.isArray(value) ? (value as unknown[]) : this.#wrong('field-not-list', name, []);
  }

  #wrong<T>(code: WrongType, name: string, instead: T): T {
    this.refuse({ code, args: { field: (this.#path + name).slice(0, SHOWN) } });
    return instead;
  }
}

type WrongType =
  | 'field-not-string'
  | 'field-not-string-or-null'
  | 'field-not-string-or-list'
  | 'field-not-boolean'
  | 'field-not-object'
  | 'field-not-list'
  | 'field-not-pair';

function unknownValue(field: string, value: string, allowed: readonly string[]): LineRefusal {
  const args = { field, value: value.slice(0, SHOWN), allowed: allowed.join(', ') };
  return { code: 'field-unknown-value', args };
}
