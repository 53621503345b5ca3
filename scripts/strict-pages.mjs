import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A script element without `src`: its attributes and its text. */
const INLINE_SCRIPT = /<script(?![^>]*\ssrc[=\s>])([^>]*)>([\s\S]*?)<\/script>/g;
/** The types that a browser runs; any other makes the element a data block. */
const IS_DATA = /\stype="(?!module"|text\/javascript")/;

/**
 * Makes a page obey `script-src 'self'`: each inline script becomes a file beside the page, so that the relative
 * imports inside it mean what they meant, and the policy is added as a `<meta>` for hosts that send no header.
 * @param {string} html
 * @param {string} policy
 * @returns {{ html: string, scripts: Map<string, string> }} the page, and the scripts by file name
 */
export function makeStrict(html, policy) {
  /** @type {Map<string, string>} */
  const scripts = new Map();
  const moved = html.replace(INLINE_SCRIPT, (element, attributes, text) => {
    if (IS_DATA.test(attributes)) return element;
    const name = `inline-${createHash('sha256').update(text).digest('hex').slice(0, 12)}.js`;
    scripts.set(name, text);
    return `<script${attributes} src="./${name}"></script>`;
  });
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}" />`;
  return { html: moved.replace(/<head[^>]*>/, (head) => `${head}\n    ${meta}`), scripts };
}

/**
 * The adapter, with every prerendered page made strict before it is compressed.
 * The scripts go to the client folder, since the server answers with no other file from the folder of the pages.
 * @param {import('@sveltejs/kit').Adapter} adapter
 * @param {string} policy
 * @returns {import('@sveltejs/kit').Adapter}
 */
export function strictPages(adapter, policy) {
  return {
    ...adapter,
    adapt(builder) {
      let client = '';
      return adapter.adapt({
        ...builder,
        writeClient(folder) {
          client = folder;
          return builder.writeClient(folder);
        },
        writePrerendered(folder) {
          const written = builder.writePrerendered(folder);
          for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
            if (!file.endsWith('.html')) continue;
            const { html, scripts } = makeStrict(readFileSync(join(folder, file), 'utf8'), policy);
            writeFileSync(join(folder, file), html);
            for (const [name, text] of scripts) {
              const path = join(client, dirname(file), name);
              mkdirSync(dirname(path), { recursive: true });
              writeFileSync(path, text);
            }
          }
          return written;
        }
      });
    }
  };
}
