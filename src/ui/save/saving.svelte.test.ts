import { expect, test } from 'vitest';
import { examples } from '../examples/list.ts';
import { Workbench } from '../workbench.svelte.ts';
import { Saving } from './saving.svelte.ts';

function open() {
  const workbench = new Workbench({ ...examples[0].draft, provider: 'aws-s3', chosen: true });
  return { workbench, saving: new Saving(workbench, 'sh') };
}

const bucketOf = ({ guide }: Saving) =>
  guide.target.fields.find(({ id }) => id === 'bucket')?.value;
const call = (workbench: Workbench, url: string) =>
  workbench.update({ request: { ...workbench.draft.request, url } });

test('the guide follows the document', () => {
  const { workbench, saving } = open();
  expect(bucketOf(saving)).toBe('media');
  call(workbench, 'https://media.example.com/a');
  expect(bucketOf(saving)).toBeNull();
  call(workbench, 'https://other.s3.eu-west-1.amazonaws.com/a');
  expect(bucketOf(saving)).toBe('other');
  workbench.update({ rules: '<CORSConfiguration>' });
  expect(saving.guide.refusal).toBe('unreadable');
  expect(saving.way).toBeNull();
});

test('what is filled in holds for one store and one address', () => {
  const { workbench, saving } = open();
  saving.fill('bucket', 'mine');
  saving.fill('region', 'eu-west-1');
  expect(bucketOf(saving)).toBe('mine');
  expect(saving.guide.target.missing).toEqual([]);
  call(workbench, 'https://other.s3.eu-west-1.amazonaws.com/a');
  expect(bucketOf(saving)).toBe('other');
  expect(saving.given).toEqual({});
});

test('a way that the store has not gives way to its first', () => {
  const { workbench, saving } = open();
  saving.choose('terraform');
  expect(saving.way?.id).toBe('terraform');
  workbench.update({ provider: 's3rver' });
  expect(saving.way?.id).toBe('terraform');
  workbench.update({ provider: 'azurite' });
  expect(saving.way?.id).toBe('cli');
});
