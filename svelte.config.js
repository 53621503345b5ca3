import adapter from '@sveltejs/adapter-node';
import { strictPages } from './scripts/strict-pages.mjs';
import { META_POLICY } from './src/server/policy.js';

/** @type {import('@sveltejs/kit').Config} */
export default {
  compilerOptions: {
    runes: ({ filename }) => (filename.includes('node_modules') ? undefined : true)
  },
  kit: {
    adapter: strictPages(adapter({ precompress: true }), META_POLICY),
    typescript: {
      config: (config) => {
        config.include.push('../scripts/**/*.mjs', '../*.config.js', '../*.config.ts');
      }
    }
  }
};
