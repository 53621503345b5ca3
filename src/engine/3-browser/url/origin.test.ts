import { describe, expect, test } from 'vitest';
import { serialiseOrigin } from './origin.ts';

const ROWS: [text: string, origin: string, notes: string[]][] = [
  ['https://app.example.com', 'https://app.example.com', []],
  ['http://localhost:5173', 'http://localhost:5173', []],
  [' https://a.example\n', 'https://a.example', ['whitespace-trimmed']],
  ['https://a.example/', 'https://a.example', ['path-dropped']],
  ['https://a.example/x?y#z', 'https://a.example', ['path-dropped']],
  ['https://a.example?y', 'https://a.example', ['path-dropped']],
  ['HTTPS://A.example', 'https://a.example', ['upper-case-lowered']],
  ['https://a.example:443', 'https://a.example', ['default-port-dropped']],
  ['http://a.example:80/', 'http://a.example', ['path-dropped', 'default-port-dropped']],
  ['http://a.example:443', 'http://a.example:443', []],
  ['https://bücher.example', 'https://xn--bcher-kva.example', ['host-rewritten']],
  ['http://127.1', 'http://127.0.0.1', ['host-rewritten']],
  ['http://[::1]:8080', 'http://[::1]:8080', []],
  ['https://me:pw@a.example', 'https://a.example', ['credentials-dropped']],
  ['a.example', 'https://a.example', ['scheme-assumed']],
  ['a.example/x', 'https://a.example', ['scheme-assumed', 'path-dropped']],
  ['localhost:5173', 'http://localhost:5173', ['scheme-assumed']],
  ['null', 'null', []],
  ['file:///home/me/index.html', 'null', ['opaque']],
  ['data:text/html,x', 'null', ['opaque']],
  ['about:blank', 'null', ['opaque']],
  ['blob:https://a.example/1-2', 'https://a.example', []],
  ['capacitor://localhost', 'capacitor://localhost', []],
  ['chrome-extension://abcdef', 'chrome-extension://abcdef', []],
  ['', '', ['invalid']],
  ['*', '', ['invalid']],
  ['https://*.example.com', '', ['invalid']],
  ['https://a b', '', ['invalid']],
  ['https://a.example:99999', '', ['invalid']]
];

describe('serialiseOrigin', () => {
  test.each(ROWS)('%j is sent as %j', (text, origin, notes) => {
    const result = serialiseOrigin(text);
    expect({ origin: result.origin, notes: result.notes.map((note) => note.code) }).toEqual({
      origin,
      notes
    });
  });
});
