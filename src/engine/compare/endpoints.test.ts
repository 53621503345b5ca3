import { expect, test } from 'vitest';
import { providers } from '../providers/providers.ts';
import { guessProvider } from '../endpoints/guess.ts';
import { readRules } from '../1-read/read-rules.ts';
import { fillTemplate } from '../providers/ways/address.ts';
import { storeToSaveTo } from '../providers/commands.ts';
import { endpointsOf } from './endpoints.ts';

/** Addresses that tell a bucket and not its store: content networks, and the front of another product. */
const NOT_ITS_OWN = /cloudfront|azureedge|azurefd|firebasestorage|www\.googleapis|dfs\.|\.web\./;

test.each(providers.map((provider) => [provider.id, provider] as const))(
  'the forms of addresses and the store agree: %s',
  (id, provider) => {
    const { addresses, examples } = storeToSaveTo(id);
    const hosts = addresses.flatMap(({ host }) =>
      host === null ? [] : [fillTemplate(host, examples)]
    );
    for (const host of hosts) expect(host).not.toMatch(/[{}]/);
    // A port of the own machine tells nothing for sure.
    const own = hosts.filter((host) => !host.includes(':') && !NOT_ITS_OWN.test(host));
    expect(own.filter((host) => !provider.servesHost(host))).toEqual([]);
    for (const host of endpointsOf(provider))
      expect(guessProvider(readRules(''), `https://${host}/a/b`)?.provider).toBe(id);
  }
);
