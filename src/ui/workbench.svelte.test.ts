import { flushSync } from 'svelte';
import { describe, expect, it } from 'vitest';
import { examples } from './examples/list.ts';
import type { Draft, StoredDocument, DocumentStorage } from './document.ts';
import { Workbench } from './workbench.svelte.ts';

/** Its headers are such as a storage may keep: the value of any other may be a secret. */
const draft: Draft = {
  ...examples[0].draft,
  request: {
    ...examples[0].draft.request,
    headers: [
      ['content-type', 'image/png'],
      ['x-cos-acl', 'private']
    ]
  }
};
const BROKEN = draft.rules.slice(0, -9);

interface Memory extends DocumentStorage {
  kept: StoredDocument | null;
}

const memory = (kept: StoredDocument | null = null): Memory => ({
  kept,
  load() {
    return this.kept;
  },
  setAside() {
    this.kept = null;
  },
  save(value) {
    this.kept = value;
  }
});

/** The example's call goes along to another store. */
const atS3 = { ...draft.request, url: 'https://media.s3.eu-west-1.amazonaws.com/photo.png' };

describe('update', () => {
  it.each<[string, Partial<Draft>]>([
    ['rules', { rules: '' }],
    ['request', { request: { ...draft.request, method: 'DELETE' } }],
    ['store', { provider: 'aws-s3', chosen: true, request: atS3 }],
    ['browser', { engine: 'firefox' }],
    ['all', { rules: '', request: { ...draft.request, url: 'https://example.com/' } }]
  ])('changes and keeps %s, and nothing else', (_name, change) => {
    const store = memory();
    const workbench = new Workbench(draft, store);
    workbench.update(change);
    expect(workbench.draft).toEqual({ ...draft, ...change });
    expect(store.kept?.draft).toEqual({ ...draft, ...change });
  });

  it('counts each line end as one unit, as the editor does', () => {
    const workbench = new Workbench(draft);
    workbench.update({ rules: '<CORSConfiguration>\r\n\r</CORSConfiguration>' });
    expect(workbench.draft.rules).toBe('<CORSConfiguration>\n\n</CORSConfiguration>');
  });

  it('does not read the rules again for another request', () => {
    const workbench = new Workbench(draft);
    const { read } = workbench;
    workbench.update({ request: { ...draft.request, method: 'GET' } });
    expect(workbench.read).toBe(read);
  });
});

describe('the store', () => {
  const S3 = 'https://media.s3.eu-west-1.amazonaws.com/photo.png';
  const request = { ...draft.request, url: S3 };

  it('is guessed anew with each change, while nobody has chosen', () => {
    const workbench = new Workbench(draft);
    workbench.update({ request });
    expect(workbench.draft.provider).toBe('aws-s3');
    workbench.update({ request: draft.request });
    expect(workbench.draft.provider).toBe('tencent-cos');
  });

  it('stays where neither the rules nor the address tell', () => {
    const workbench = new Workbench({ ...draft, request, rules: '' });
    workbench.update({ request: { ...request, url: 'https://cdn.example.com/' } });
    expect(workbench.draft.provider).toBe('aws-s3');
  });

  it('stays while a text is typed', () => {
    const workbench = new Workbench({ ...draft, rules: 'X-Container-Meta-Quota-Bytes: 1' });
    const { provider } = workbench.draft;
    workbench.update({ rules: '<' });
    expect(workbench.draft.provider).toBe(provider);
  });

  it('is the chosen one, whatever is typed', () => {
    const workbench = new Workbench(draft);
    workbench.update({ provider: 'garage', chosen: true });
    workbench.update({ request });
    expect(workbench.draft.provider).toBe('garage');
    expect(workbench.judged?.provider).toBe('garage');
  });

  it('says whether it would save the text, and nothing of an empty one', () => {
    const workbench = new Workbench({ ...draft, chosen: true });
    expect(workbench.saved?.accepted).toBe(true);
    workbench.update({ rules: BROKEN });
    expect(workbench.saved?.accepted).toBe(false);
    workbench.update({ rules: ' ' });
    expect(workbench.saved).toBeNull();
  });
});

describe('a change', () => {
  const rule = {
    id: null,
    allowedOrigins: ['https://a.test'],
    allowedMethods: ['GET'],
    allowedHeaders: [],
    exposeHeaders: [],
    maxAgeSeconds: null
  };

  it.each<[Draft['provider'], string, string]>([
    ['google-cloud-storage', '[]', '"origin"'],
    ['backblaze-b2', '[]', '"allowedOrigins"'],
    ['aws-s3', '[]', '"AllowedOrigins"'],
    ['google-cloud-storage', '', '"origin"']
  ])('of an empty text at %s is written in the format of the store', (provider, rules, name) => {
    const workbench = new Workbench({ ...draft, provider, chosen: true, rules });
    workbench.change([{ kind: 'insert-rule', at: 0, rule }]);
    expect(workbench.draft.rules).toContain(name);
    expect(workbench.draft.rules).toContain('https://a.test');
  });
});

describe('the verdict', () => {
  it('follows the rules and the request', () => {
    const workbench = new Workbench(draft);
    expect(workbench.verdict?.outcome).toBe('blocked');
    workbench.update({ rules: draft.rules.replace('content-type', '*') });
    expect(workbench.verdict?.outcome).toBe('allowed');
    workbench.update({ request: { ...draft.request, pageOrigin: 'https://elsewhere.test' } });
    expect(workbench.verdict?.outcome).toBe('blocked');
  });

  it('is made once for all its readers', () => {
    const workbench = new Workbench(draft);
    const seen: unknown[] = [];
    const stop = $effect.root(() => {
      $effect(() => void seen.push(workbench.verdict));
      $effect(() => void seen.push(workbench.judged?.verdict));
    });
    flushSync();
    stop();
    expect(seen).toHaveLength(2);
    expect(seen[0]).toBe(seen[1]);
  });

  it('stays on the last readable text while the text cannot be read', () => {
    const workbench = new Workbench(draft);
    workbench.update({ rules: BROKEN });
    expect(workbench.stale).toBe(true);
    expect(workbench.judged?.text).toBe(draft.rules);
    workbench.update({ rules: `${BROKEN}>` });
    expect(workbench.judged?.text).toBe(draft.rules);
    workbench.update({ rules: draft.rules });
    expect(workbench.stale).toBe(false);
  });

  it('still follows the request then', () => {
    const workbench = new Workbench(draft);
    workbench.update({ rules: BROKEN });
    workbench.update({ request: { ...draft.request, method: 'GET', headers: [] } });
    expect(workbench.stale).toBe(true);
    expect(workbench.verdict?.outcome).toBe('allowed');
  });

  it('is none where no text was ever readable', () => {
    const workbench = new Workbench({ ...draft, rules: BROKEN });
    expect([workbench.verdict, workbench.judged, workbench.stale]).toEqual([null, null, false]);
  });
});

describe('restore', () => {
  it('leaves a first visitor with what was there', () => {
    const workbench = new Workbench(draft, memory());
    expect(workbench.restored).toBe(false);
    workbench.restore();
    expect(workbench.restored).toBe(true);
    expect(workbench.draft).toEqual(draft);
  });

  it('takes up a readable document', () => {
    const before = new Workbench(draft, memory());
    const store = memory();
    const other = new Workbench(draft, store);
    other.update({ rules: '', request: { ...draft.request, method: 'POST' } });
    const workbench = new Workbench(draft, memory(store.kept));
    workbench.restore();
    expect(workbench.draft).toEqual(other.draft);
    expect(workbench.verdict).toEqual(other.verdict);
    expect(workbench.verdict).not.toEqual(before.verdict);
    expect([before.opened, workbench.opened]).toEqual([draft.rules, '']);
    workbench.update({ rules: draft.rules });
    expect(workbench.opened).toBe('');
  });

  it('takes up an unreadable text together with the verdict that stood beside it', () => {
    const store = memory();
    const other = new Workbench(draft, store);
    const readable = draft.rules.replace('content-type', '*');
    other.update({ rules: readable });
    other.update({ rules: BROKEN });
    const workbench = new Workbench(draft, memory(store.kept));
    workbench.restore();
    expect(workbench.draft.rules).toBe(BROKEN);
    expect(workbench.stale).toBe(true);
    expect(workbench.judged?.text).toBe(readable);
  });
});

describe('reveal', () => {
  it('asks anew each time, and shows the rules on a narrow screen', () => {
    const workbench = new Workbench(draft);
    workbench.reveal({ from: 3, to: 5 });
    const { asked } = workbench;
    expect([asked, workbench.shown]).toEqual([{ from: 3, to: 5 }, 'rules']);
    workbench.reveal({ from: 3, to: 5 });
    expect(workbench.asked).not.toBe(asked);
  });
});
