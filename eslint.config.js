import { fileURLToPath } from 'node:url';
import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import { defineConfig, includeIgnoreFile } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';
import { boundaries } from './scripts/boundaries.mjs';

const TESTS = ['**/*.test.ts', '**/*.testdata.ts'];
/** What of the platform the engine may name; the language's own globals come on top. */
const ENGINE_GLOBALS = { URL: 'readonly', TextEncoder: 'readonly', TextDecoder: 'readonly' };

export default defineConfig(
  includeIgnoreFile(fileURLToPath(new URL('.gitignore', import.meta.url))),
  js.configs.recommended,
  ts.configs.recommended,
  svelte.configs.recommended,
  prettier,
  svelte.configs.prettier,
  { linterOptions: { noInlineConfig: true } },
  {
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'ObjectExpression > SpreadElement > ObjectExpression',
          message:
            'Write the members out: a literal that is spread into a literal says nothing more.'
        }
      ]
    }
  },
  {
    ignores: ['src/engine/**'],
    languageOptions: { globals: { ...globals.browser, ...globals.node } }
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: {
      // The page's own setting holds functions, which the linter's cache cannot write down.
      parserOptions: {
        extraFileExtensions: ['.svelte'],
        parser: ts.parser,
        svelteConfig: { compilerOptions: { runes: true } }
      }
    }
  },
  {
    files: ['**/*.svelte'],
    // Links lead to documentation elsewhere; the page itself is one.
    rules: { 'svelte/no-navigation-without-resolve': ['error', { ignoreLinks: true }] }
  },
  {
    files: ['src/engine/**'],
    ignores: TESTS,
    languageOptions: { globals: ENGINE_GLOBALS, parserOptions: { lib: ['esnext'] } },
    rules: {
      'no-undef': 'error',
      'no-eval': 'error',
      'no-new-func': 'error',
      'no-restricted-globals': ['error', 'Date', 'globalThis'],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random' },
        {
          object: 'URL',
          property: 'canParse',
          message: 'Use parseUrl: canParse is wrong on Node.js 20.'
        }
      ]
    }
  },
  {
    files: ['src/**', 'scripts/**'],
    ignores: TESTS,
    plugins: { boundaries },
    rules: { 'boundaries/rooms': 'error' }
  }
);
