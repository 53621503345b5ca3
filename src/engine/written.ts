/** What is read off written text in every room. */
import type { Span, Written } from './model.ts';

export const valuesOf = (list: readonly Written[]): string[] => list.map(({ value }) => value);

export const spansOf = (list: readonly { span: Span }[]): Span[] => list.map(({ span }) => span);

/** The values as one header says them; `by` is what the store puts between them. */
export const joined = (list: readonly Written[], by: ',' | ', '): string => valuesOf(list).join(by);

/** Length in bytes of UTF-8, by which limits are counted and bodies are measured. */
export const byteLength = (text: string): number => new TextEncoder().encode(text).length;
