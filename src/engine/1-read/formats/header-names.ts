/** How the formats that are lines write a name and its values. */
import type { FormatId } from '../format.ts';
import type { HeaderNames } from '../headers/cursor.ts';
import { MINIO_SETTING } from './minio-setting.ts';
import { SWIFT_NAMES } from './swift-headers.ts';

const SWIFT: HeaderNames = { names: SWIFT_NAMES, mark: ':', behind: ': ', parts: /[ \t]/ };
const MINIO: HeaderNames = {
  names: { allowedOrigins: MINIO_SETTING },
  mark: '=',
  behind: '=',
  parts: /[,"']/
};

/** Of a format, or null where it is not one of lines. */
export function headerNames(format: FormatId): HeaderNames | null {
  if (format === 'swift-headers') return SWIFT;
  return format === 'minio-setting' ? MINIO : null;
}
