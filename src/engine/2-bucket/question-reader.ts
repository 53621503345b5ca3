import type { Header, WireRequest } from '../model.ts';
import type { CorsQuestion } from './question.ts';

/** How one server reads the CORS question from a request. */
export interface QuestionStyle {
  /** The value of a header that may stand on several lines; null where there is none. */
  line(headers: readonly Header[], lowerName: string): string | null;
  /** The names in an Access-Control-Request-Headers that is not empty. */
  names(value: string): string[];
  /** True where an actual request is asked about by its own Access-Control-Request headers, if it carries them. */
  onActual: boolean;
}

/** Builds a reader in that style. A header that is there but empty says as little as one that is absent. */
export const questionReader =
  ({ line, names, onActual }: QuestionStyle) =>
  ({ method, headers }: WireRequest): CorsQuestion => {
    const preflight = method === 'OPTIONS';
    const told = (lowerName: string): string | null =>
      preflight || onActual ? line(headers, lowerName) || null : null;
    const requestHeaders = told('access-control-request-headers');
    return {
      preflight,
      origin: line(headers, 'origin') || null,
      method: told('access-control-request-method') ?? (preflight ? null : method),
      requestHeaders,
      names: requestHeaders === null ? [] : names(requestHeaders)
    };
  };

/** The members of a list split on commas alone, without blanks around them; empty ones are kept. */
export const everyMember = (value: string): string[] => value.split(',').map((part) => part.trim());
