import type { Cause, Outcome, PageRequest } from '#engine';
import { m } from '../../paraglide/messages.js';
import type { Draft } from '../document.ts';
import { bucketAt } from './addresses.ts';
import bareDomain from './rules/bare-domain.xml?raw';
import carriedOut from './rules/carried-out.xml?raw';
import credentials from './rules/credentials.xml?raw';
import etagNotExposed from './rules/etag-not-exposed.json?raw';
import lookAlike from './rules/look-alike.json?raw';
import methodNotListed from './rules/method-not-listed.json?raw';
import missingHeader from './rules/missing-header.xml?raw';
import portMissing from './rules/port-missing.json?raw';
import schemeMissing from './rules/scheme-missing.json?raw';
import shadowedRule from './rules/shadowed-rule.xml?raw';
import trailingSlash from './rules/trailing-slash.xml?raw';
import uploadWorks from './rules/upload-works.xml?raw';

/** A document that shows one thing, and what the engine says of it. */
export interface PageExample {
  id: string;
  title: () => string;
  story: () => string;
  draft: Draft;
  /** None of them is at an address of which nothing is known. */
  outcome: Exclude<Outcome, 'unknown'>;
  cause: Cause['code'] | null;
}

/** A call from the app's page; an example tells only what it has of its own. */
const call = (own: Partial<PageRequest>, path: string): PageRequest => ({
  pageOrigin: 'https://app.example.com',
  method: 'GET',
  headers: [],
  credentials: 'omit',
  needs: [],
  ...own,
  url: `${bucketAt('tencent-cos')}${path}`
});

/** A document for a COS bucket; the files of `rules/` end in a line break, which an editor would show as a line. */
const draft = (rules: string, request: PageRequest): Draft => ({
  provider: 'tencent-cos',
  chosen: false,
  rules: rules.trimEnd(),
  request,
  engine: 'chromium'
});

/** The gallery. A fresh visitor sees the first. */
export const examples: readonly [PageExample, ...PageExample[]] = [
  {
    id: 'missing-header',
    title: m['page.example.missing-header.title'],
    story: m['page.example.missing-header.story'],
    draft: draft(
      missingHeader,
      call(
        {
          method: 'PUT',
          headers: [
            ['content-type', 'image/png'],
            ['x-cos-meta-md5', '9c56cc51b374c3ba189210d5b6d4bf57']
          ]
        },
        '/photo.png'
      )
    ),
    outcome: 'blocked',
    cause: 'header-not-allowed'
  },
  {
    id: 'shadowed-rule',
    title: m['page.example.shadowed-rule.title'],
    story: m['page.example.shadowed-rule.story'],
    draft: draft(
      shadowedRule,
      call(
        {
          pageOrigin: 'https://studio.example.com',
          method: 'PUT',
          headers: [['content-type', 'video/mp4']],
          needs: ['ETag']
        },
        '/raw/take-7.mp4?partNumber=3&uploadId=16241520214ec8a7'
      )
    ),
    outcome: 'unreadable',
    cause: 'header-not-exposed'
  },
  {
    id: 'etag-not-exposed',
    title: m['page.example.etag-not-exposed.title'],
    story: m['page.example.etag-not-exposed.story'],
    draft: draft(
      etagNotExposed,
      call(
        {
          method: 'PUT',
          headers: [
            [
              'authorization',
              'q-sign-algorithm=sha1&q-ak=AKIDEXAMPLE&q-sign-time=1730000000;1730003600'
            ],
            ['content-type', 'image/jpeg']
          ],
          needs: ['ETag']
        },
        '/albums/2025/cover.jpg'
      )
    ),
    outcome: 'unreadable',
    cause: 'header-not-exposed'
  },
  {
    id: 'trailing-slash',
    title: m['page.example.trailing-slash.title'],
    story: m['page.example.trailing-slash.story'],
    draft: draft(
      trailingSlash,
      call({ method: 'PUT', headers: [['content-type', 'application/pdf']] }, '/contracts/17.pdf')
    ),
    outcome: 'blocked',
    cause: 'origin-trailing-slash'
  },
  {
    id: 'port-missing',
    title: m['page.example.port-missing.title'],
    story: m['page.example.port-missing.story'],
    draft: draft(
      portMissing,
      call(
        {
          pageOrigin: 'http://localhost:3000',
          method: 'PUT',
          headers: [['content-type', 'image/png']],
          needs: ['ETag']
        },
        '/drafts/avatar.png'
      )
    ),
    outcome: 'blocked',
    cause: 'origin-port-differs'
  },
  {
    id: 'bare-domain',
    title: m['page.example.bare-domain.title'],
    story: m['page.example.bare-domain.story'],
    draft: draft(
      bareDomain,
      call(
        { pageOrigin: 'https://example.com', headers: [['range', 'bytes=-65536']] },
        '/talks/opening.mp4'
      )
    ),
    outcome: 'blocked',
    cause: 'origin-bare-domain'
  },
  {
    id: 'scheme-missing',
    title: m['page.example.scheme-missing.title'],
    story: m['page.example.scheme-missing.story'],
    draft: draft(schemeMissing, call({ method: 'DELETE' }, '/albums/2025/cover.jpg')),
    outcome: 'blocked',
    cause: 'origin-scheme-missing'
  },
  {
    id: 'look-alike',
    title: m['page.example.look-alike.title'],
    story: m['page.example.look-alike.story'],
    draft: draft(
      lookAlike,
      call({ pageOrigin: 'https://evilexample.com', method: 'DELETE' }, '/albums/2025/cover.jpg')
    ),
    outcome: 'allowed',
    cause: null
  },
  {
    id: 'credentials',
    title: m['page.example.credentials.title'],
    story: m['page.example.credentials.story'],
    draft: draft(credentials, call({ credentials: 'include' }, '/config.json')),
    outcome: 'blocked',
    cause: 'credentials-with-wildcard'
  },
  {
    id: 'method-not-listed',
    title: m['page.example.method-not-listed.title'],
    story: m['page.example.method-not-listed.story'],
    draft: draft(methodNotListed, call({ method: 'DELETE' }, '/drafts/avatar.png')),
    outcome: 'blocked',
    cause: 'method-not-allowed'
  },
  {
    id: 'no-rules',
    title: m['page.example.no-rules.title'],
    story: m['page.example.no-rules.story'],
    draft: draft(
      '',
      call({ method: 'PUT', headers: [['content-type', 'image/png']] }, '/photo.png')
    ),
    outcome: 'blocked',
    cause: 'no-configuration'
  },
  {
    id: 'carried-out',
    title: m['page.example.carried-out.title'],
    story: m['page.example.carried-out.story'],
    draft: draft(
      carriedOut,
      call({ pageOrigin: 'https://blog.example.com' }, '/feeds/latest.json')
    ),
    outcome: 'blocked',
    cause: 'origin-not-allowed'
  },
  {
    id: 'upload-works',
    title: m['page.example.upload-works.title'],
    story: m['page.example.upload-works.story'],
    draft: draft(
      uploadWorks,
      call(
        {
          method: 'PUT',
          headers: [
            ['content-type', 'image/png'],
            ['x-cos-meta-author', 'lin']
          ],
          needs: ['ETag', 'x-cos-request-id']
        },
        '/photo.png'
      )
    ),
    outcome: 'allowed',
    cause: null
  }
];
