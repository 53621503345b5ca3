/** A part of a text as a format reads it, with the place in the text of everything in it. */
import type { Span } from '../../model.ts';

export interface TextView {
  text: string;
  /** Where in the text a span of the view stands. An empty one is where what is put there belongs: behind what stands before it. */
  place: (span: Span) => Span;
}

/** Puts a view together, from its beginning to its end. */
export class ViewWriter {
  #text = '';
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  readonly #origin: number;

  /** `origin` is where in the text the view begins. */
  constructor(origin: number) {
    this.#origin = origin;
  }

  /** What the text says from `from` to `to`, in other words. */
  put(from: number, to: number, words: string): void {
    this.#text += words;
    for (let unit = 0; unit < words.length; unit++) {
      this.#starts.push(from);
      this.#ends.push(to);
    }
  }

  /** A piece of the text as it is. */
  keep(text: string, from: number, to: number): void {
    this.#text += text.slice(from, to);
    for (let at = from; at < to; at++) {
      this.#starts.push(at);
      this.#ends.push(at + 1);
    }
  }

  finish(): TextView {
    const [starts, ends, origin] = [this.#starts, this.#ends, this.#origin];
    return {
      text: this.#text,
      place: ({ from, to }) => {
        const end = to > 0 ? (ends[to - 1] ?? origin) : (starts[0] ?? origin);
        return { from: from === to ? end : (starts[from] ?? end), to: end };
      }
    };
  }
}

/** A piece of a text as it stands there. */
export function slice(text: string, from: number, to: number): TextView {
  return {
    text: text.slice(from, to),
    place: (span) => ({ from: from + span.from, to: from + span.to })
  };
}
