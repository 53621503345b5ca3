import type { FormatId, ReadResult } from '../1-read/format.ts';
import { isOfAnyList } from '../1-read/own-format.ts';
import { readTarget } from '../3-browser/url/target.ts';
import { providers, type Provider, type ProviderId } from '../providers/providers.ts';
import { endpointAt, storesAt } from './endpoint-at.ts';

/** S3's JSON forms are Amazon's, whoever else takes them. */
const HOME: Partial<Record<FormatId, ProviderId>> = {
  's3-json': 'aws-s3',
  's3-console-json': 'aws-s3'
};

/** A store that a rule text and an address are likely for. */
export interface Guess {
  provider: ProviderId;
  /** What told it: the text's format, the address, or both alike. */
  why: 'format' | 'address' | 'format-and-address';
  /**
   * `sure` where nothing else fits; `likeliest` where others fit too, but less well; `tied` where others fit as well, and
   * `provider` is merely the first of them.
   */
  certainty: 'sure' | 'likeliest' | 'tied';
  /** The others that fit; where it is tied, those that fit as well. */
  alternatives: ProviderId[];
}

const takes = (provider: Provider, format: FormatId): boolean => provider.formats.includes(format);

/** How well a store that takes the format fits: its home, those whose own it is, the others; what runs elsewhere before what imitates it. */
function rankIn(
  home: ProviderId | undefined,
  format: FormatId,
  { id, kind, formats }: Provider
): number {
  if (id === home) return 0;
  return (formats[0] === format ? 1 : 3) + (kind === 'emulator' ? 1 : 0);
}

/** A format that at most one cloud takes names its store; S3's forms are everybody's. */
const namesItsStore = (takers: readonly Provider[]): boolean =>
  takers.filter(({ kind }) => kind === 'cloud').length < 2;

/** The first of `fitting`, which are sorted by `rank`, the smaller the better. */
function guessFrom(
  why: Guess['why'],
  fitting: readonly Provider[],
  rank: (provider: Provider) => number
): Guess | null {
  const [first, ...others] = fitting;
  if (first === undefined) return null;
  const tied = others.filter((other) => rank(other) === rank(first));
  const certainty = tied.length > 0 ? 'tied' : others.length > 0 ? 'likeliest' : 'sure';
  const alternatives = (certainty === 'tied' ? tied : others).map(({ id }) => id);
  return { provider: first.id, why, certainty, alternatives };
}

/**
 * The store that a rule text and a request's address are most likely for; null where neither tells. An empty `url` is none.
 * A store of the address that takes the text comes first. Where the two disagree, a format of one store only is believed
 * before the address, and the address before a format of many; the other is then an alternative.
 */
export function guessProvider(read: ReadResult, url: string): Guess | null {
  // The fields of a form are every console's.
  const format = isOfAnyList(read) || read.wrapping === 'form' ? null : read.format;
  const host = readTarget(url)?.host ?? null;
  const before = endpointAt(url, null);
  const serving =
    host === null
      ? []
      : before.kind === 'bucket'
        ? storesAt(host)
        : providers.filter(({ id }) => id === before.store);
  const home = read.amazons ? 'aws-s3' : format === null ? undefined : HOME[format];
  const rank = (provider: Provider) => (format === null ? 0 : rankIn(home, format, provider));
  const takers =
    format === null
      ? []
      : providers
          .filter((provider) => takes(provider, format))
          .sort((one, other) => rank(one) - rank(other));
  const both = serving.filter((provider) => takers.includes(provider));
  if (both.length > 0) return guessFrom('format-and-address', both, () => 0);
  const byFormat = guessFrom('format', takers, rank);
  const byAddress = guessFrom('address', serving, () => 0);
  if (byFormat === null || byAddress === null) return byFormat ?? byAddress;
  const [believed, other] = namesItsStore(takers) ? [byFormat, byAddress] : [byAddress, byFormat];
  return believed.certainty === 'sure'
    ? { ...believed, certainty: 'likeliest', alternatives: [other.provider] }
    : believed;
}
