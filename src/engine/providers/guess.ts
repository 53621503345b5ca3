import type { FormatId, ReadResult } from '../1-read/format.ts';
import { isOfAnyList } from '../1-read/own-format.ts';
import { readTarget } from '../3-browser/url/target.ts';
import { providers, type Provider, type ProviderId } from './providers.ts';

/** S3's JSON forms are Amazon's, whoever else takes them. */
const HOME: Partial<Record<FormatId, ProviderId>> = {
  's3-json': 'aws-s3',
  's3-console-json': 'aws-s3'
};

const takes = (provider: Provider, format: FormatId): boolean => provider.formats.includes(format);

/** Those that take the format: its home first, then those whose own it is, then in the order of the list. */
function takersOf(format: FormatId): Provider[] {
  const rank = ({ id, formats }: Provider) =>
    id === HOME[format] ? -1 : formats.indexOf(format) === 0 ? 0 : 1;
  return providers
    .filter((provider) => takes(provider, format))
    .sort((one, other) => rank(one) - rank(other));
}

/** A format that at most one cloud takes names its store; S3's forms are everybody's. */
const namesItsStore = (takers: readonly Provider[]): boolean =>
  takers.filter(({ kind }) => kind === 'cloud').length < 2;

/**
 * The store that a rule text and a request's address are most likely for; null where neither tells.
 * A store of the address that takes the text comes first. Where the two disagree, a format of one store only is believed
 * before the address, and the address before a format of many.
 */
export function guessProvider(read: ReadResult, url: string): ProviderId | null {
  const format = isOfAnyList(read) ? null : read.format;
  const host = readTarget(url)?.host ?? null;
  const serving = providers.filter((provider) => host !== null && provider.servesHost(host));
  const takers = format === null ? [] : takersOf(format);
  const both = serving.find((provider) => takers.includes(provider));
  const [byHost, byFormat] = [serving[0], takers[0]];
  const one = namesItsStore(takers) ? (byFormat ?? byHost) : (byHost ?? byFormat);
  return (both ?? one)?.id ?? null;
}
