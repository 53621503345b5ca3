import type { Syntax } from '#engine';

const ENDINGS: Record<Syntax, string> = {
  xml: 'xml',
  json: 'json',
  yaml: 'yaml',
  hcl: 'tf',
  headers: 'txt'
};

export const fileName = (syntax: Syntax | null): string =>
  `cors.${syntax === null ? 'txt' : ENDINGS[syntax]}`;

/** Lets the browser save a text as a file. */
export function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
