import type { Header } from '../../model.ts';
import { valueOf } from '../syntax.ts';

/** Whether an answer tells caches that it differs by Origin. https://www.rfc-editor.org/rfc/rfc9110#name-vary */
export const variesByOrigin = (headers: readonly Header[]): boolean =>
  (valueOf(headers, 'Vary') ?? '')
    .split(',')
    .some((name) => ['origin', '*'].includes(name.trim().toLowerCase()));
