/** What pages ask of a value, and what holds of an origin whatever the page says. */
import type { DemandArgs } from '../../form/demands.ts';
import type { Demand } from '../../form/store-form.ts';
import type { Coded } from '../../model.ts';

type BareDemand = Coded<DemandArgs>;

/** Demands of a page, or of an API, that takes no value which fails them; `source` says so. */
export const refuses = (source: string, ...asked: readonly BareDemand[]): Demand[] =>
  asked.map((one) => ({ ...one, level: 'refuse', source }));

/** What is taken and does not do what it is meant for. */
export const takesUnwisely = (source: string, ...asked: readonly BareDemand[]): Demand[] =>
  asked.map((one) => ({ ...one, level: 'unwise', source }));

/** An origin is sent as scheme, host and port, and nothing else. */
const SERIALISED =
  'https://html.spec.whatwg.org/multipage/browsers.html#ascii-serialisation-of-an-origin';

/** Values that equal no origin that a browser sends, for a store that compares them letter for letter. */
export const UNSENT: readonly Demand[] = takesUnwisely(
  SERIALISED,
  { code: 'blanks-around', args: {} },
  { code: 'values-joined', args: {} },
  { code: 'scheme-unsent', args: {} },
  { code: 'trailing-slash', args: {} },
  { code: 'path-behind', args: {} },
  { code: 'default-port', args: {} }
);

/** The same for a store that takes the port that goes without saying for no port at all. */
export const UNSENT_BUT_PORT = UNSENT.filter(({ code }) => code !== 'default-port');

/** `*` lets every page on the web call. https://fetch.spec.whatwg.org/#cors-protocol-and-credentials */
export const ANY_ORIGIN: readonly Demand[] = takesUnwisely(
  'https://fetch.spec.whatwg.org/#cors-protocol-and-credentials',
  { code: 'any-origin', args: {} }
);

/** A list of names has one on each line. https://www.rfc-editor.org/rfc/rfc9110#name-field-names */
export const NAMES: readonly Demand[] = takesUnwisely(
  'https://www.rfc-editor.org/rfc/rfc9110#name-field-names',
  { code: 'blanks-around', args: {} },
  { code: 'values-joined', args: {} },
  { code: 'not-token', args: {} }
);
