import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { paraglide } from './scripts/paraglide.mjs';

export default defineConfig(async ({ command }) => ({
  plugins: [sveltekit(), command === 'serve' && (await compilesMessages())],
  build: {
    // A font inside a style sheet is a `data:` address, which the page's policy refuses.
    assetsInlineLimit: 0,
    rolldownOptions: { checks: { pluginTimings: false } }
  }
}));

/** While developing, a changed message is compiled at once; every other command starts with scripts/sync.mjs. */
async function compilesMessages() {
  const { paraglideVitePlugin } = await import('@inlang/paraglide-js');
  return paraglideVitePlugin(paraglide);
}
