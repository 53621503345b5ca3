/** How grave a fault of one value is, as it follows from what the store does with it. */
import type { ReadResult } from '../1-read/format.ts';
import { probeOf, type Probe } from '../ask/probe.ts';
import type { ListField, PlainRule, SingleField } from '../model.ts';
import type { Provider } from '../providers/providers.ts';
import type { Severity } from './finding.ts';

export interface GradedProbe extends Probe {
  /** What becomes of a written value of which `sent` was meant; null where the store takes it so. */
  origin(written: string, sent: string): Severity | null;
  method(written: string, sent: string): Severity | null;
  header(written: string, sent: string): Severity | null;
}

const REFUSED: Severity = { effect: 'refused', level: 'error' };

/** Asks in the format that a text is written in where the store takes that, else in its own. */
export function gradedProbeOf(provider: Provider, { format }: ReadResult): GradedProbe {
  const takesFormat = format !== null && provider.formats.includes(format);
  const probe = takesFormat ? probeOf(provider, format) : probeOf(provider);
  const grade = (
    own: Partial<PlainRule>,
    asked: Parameters<Probe['takes']>[1]
  ): Severity | null => {
    if (probe.refuses(own)) return REFUSED;
    if (probe.takes(own, asked)) return null;
    // An answer that rests on an inference is no ground for an error.
    const isInferred = probe.preflight(own, asked).evidence === 'inferred';
    return { effect: 'unmatched', level: isInferred ? 'warning' : 'error' };
  };
  return {
    ...probe,
    origin: (written, sent) => grade({ allowedOrigins: [written] }, { origin: sent }),
    method: (written, sent) => grade({ allowedMethods: [written] }, { method: sent }),
    header: (written, sent) => grade({ allowedHeaders: [written] }, { headers: [sent] })
  };
}

/** A field with one value, as part of a rule. */
export const only = (field: ListField | SingleField, value: string): Partial<PlainRule> =>
  field === 'id' || field === 'maxAgeSeconds' ? { [field]: value } : { [field]: [value] };
