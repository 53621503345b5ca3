import type { Header } from '../../model.ts';

export type CaseFields = Record<string, unknown>;

/** The name of the field that is not as the contract says. */
export class FieldError extends Error {}

export function headersOf(value: unknown, name: string): Header[] {
  if (!Array.isArray(value)) throw new FieldError(name);
  return value.map((entry: unknown): Header => {
    const [key, text] = Array.isArray(entry) ? (entry as unknown[]) : [];
    if (typeof key !== 'string' || typeof text !== 'string') throw new FieldError(name);
    return [key, text];
  });
}

export function fields(value: unknown, name: string): CaseFields {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new FieldError(name);
  return value as CaseFields;
}

export function optional(value: unknown, name: string): string | null {
  if (value === undefined || value === null) return null;
  return typeof value === 'string' ? value : missing(name);
}

export function missing(name: string): never {
  throw new FieldError(name);
}
