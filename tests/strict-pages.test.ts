import { expect, test } from 'vitest';
import { makeStrict } from '../scripts/strict-pages.mjs';

const page = (head: string, body: string) =>
  `<html><head>${head}</head><body><div>${body}</div></body></html>`;

test('an inline script becomes a file beside the page, in its place', () => {
  const { html, scripts } = makeStrict(page('', '<p>a</p><script>start("./b.js")</script>'), 'x');
  const [[name, text] = []] = [...scripts];
  expect(name).toMatch(/^inline-[0-9a-f]{12}\.js$/);
  expect(text).toBe('start("./b.js")');
  expect(html).toContain(`<div><p>a</p><script src="./${name}"></script></div>`);
});

test('the policy stands before everything else in the head', () => {
  const { html } = makeStrict(page('<link rel="icon" href="./a.svg">', ''), "script-src 'self'");
  expect(html).toMatch(
    /<head>\s*<meta http-equiv="Content-Security-Policy" content="script-src 'self'" \/><link/
  );
});

test.each([
  ['in the head', page('<script>1</script>', ''), 1],
  ['two that differ', page('<script>1</script>', '<script>2</script>'), 2],
  ['two of one text', page('<script>1</script>', '<script>1</script>'), 1],
  ['a module', page('', '<script type="module">1</script>'), 1],
  ['over many lines', page('', '<script>\n1 < 2\n</script>'), 1],
  ['with a file already', page('', '<script defer src="./a.js"></script>'), 0],
  ['data', page('', '<script type="application/json" data-url="/a">{}</script>'), 0]
])('%s', (_, html, count) => {
  const strict = makeStrict(html, 'x');
  expect(strict.scripts.size).toBe(count);
  expect(strict.html.match(/<script(?! type="app)[^>]*>[^<]/g)).toBeNull();
});
