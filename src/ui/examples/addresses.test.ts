import { expect, test } from 'vitest';
import { endpointAt, providers } from '#engine';
import { bucketAt, exampleAt } from './addresses.ts';

test.each(providers.map((provider) => [provider.id, provider] as const))(
  'the bucket of the examples at %s is one of that store’s',
  (id, provider) => {
    const url = `${bucketAt(id)}/photo.png`;
    expect(endpointAt(url, provider)).toMatchObject({ kind: 'bucket', store: id });
  }
);

test('an example goes along to another store, with its path', () => {
  const url = `${bucketAt('tencent-cos')}/a/b.png?x=1`;
  expect(exampleAt('aws-s3', url)).toBe('https://media.s3.eu-west-1.amazonaws.com/a/b.png?x=1');
  expect(exampleAt('tencent-cos', exampleAt('azure-blob', url))).toBe(url);
});

test('an address that a person gave stays', () => {
  const url = 'https://mine.s3.eu-west-1.amazonaws.com/a.png';
  expect(exampleAt('tencent-cos', url)).toBe(url);
});
