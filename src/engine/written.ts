/** What is read off written text in every room. */
import type { Span, WrittenValue } from './model.ts';

export const valuesOf = (list: readonly WrittenValue[]): string[] => list.map(({ value }) => value);

export const spansOf = (list: readonly { span: Span }[]): Span[] => list.map(({ span }) => span);

/** The values as one header says them; `by` is what the store puts between them. */
export const joinValues = (list: readonly WrittenValue[], by: ',' | ', '): string =>
  valuesOf(list).join(by);

/** Length in bytes of UTF-8, by which limits are counted and bodies are measured. */
export const byteLength = (text: string): number => new TextEncoder().encode(text).length;
