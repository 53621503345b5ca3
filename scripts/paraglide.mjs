/**
 * How the message catalogue is compiled, for scripts/sync.mjs and for the Vite plugin alike.
 * Every option that the two default differently is set, so that neither overwrites the other's output.
 * @type {import('@inlang/paraglide-js').CompilerOptions}
 */
export const paraglide = {
  project: './project.inlang',
  outdir: './src/paraglide',
  strategy: ['baseLocale'],
  // There is one language, and asking for it at each message would be a tenth of a keystroke.
  experimentalStaticLocale: '"en"',
  outputStructure: 'locale-modules',
  isServer: "typeof window === 'undefined'",
  emitTsDeclarations: false,
  emitReadme: false
};
