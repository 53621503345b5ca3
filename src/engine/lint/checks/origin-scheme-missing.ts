import { defineCheck } from '../check.ts';
import { eachOriginFault } from '../severity.ts';
import { isLocal } from '../origin-shape.ts';

const HOST = /^(?:\/\/)?([^\s/:?#@\\^$()|*]+)(?::\d+)?(?:\/.*)?$/;

/** The own machine is rarely asked over TLS, and every other host is. */
function withScheme(value: string): string | null {
  const [, host] = value.includes('://') || value === 'null' ? [] : (HOST.exec(value) ?? []);
  if (host === undefined || /^https?$/i.test(host)) return null;
  return `${isLocal(host) ? 'http' : 'https'}://${value.replace(/^\/\//, '')}`;
}

/** A browser sends scheme, host and port: without its scheme a value is no origin. */
export const originSchemeMissing = defineCheck({
  id: 'origin-scheme-missing',
  examples: {
    bad: [
      {
        provider: 'tencent-cos',
        level: 'error',
        rules: [{ allowedOrigins: ['«app.example.com»'] }]
      },
      { provider: 'aws-s3', level: 'error', rules: [{ allowedOrigins: ['«localhost:3000»'] }] }
    ],
    good: [
      { provider: 'tencent-cos', rules: [{ allowedOrigins: ['https://app.example.com'] }] },
      { provider: 'backblaze-b2', rules: [{ allowedOrigins: ['https'] }] }
    ]
  },
  run(context, report) {
    eachOriginFault(context, withScheme, ({ value }, mended, place) =>
      report({ value, mended }, place)
    );
  }
});
