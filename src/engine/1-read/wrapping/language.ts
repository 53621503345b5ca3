/** Tells the language of code by its own signs. */
import type { WrapLanguage } from '../format.ts';

/** The first that fits counts, so that what is a language's alone stands before what several share. */
const SIGNS: readonly (readonly [WrapLanguage, RegExp])[] = [
  [
    'shell',
    /^[ \t]*(?:\$ |#!\/bin\/|sudo )?(?:aws|gcloud|gsutil|az|b2|wrangler|npx wrangler|mc|swift|ossutil\w*|coscli|coscmd|obsutil|s3cmd|curl|cat|echo|touch) /m
  ],
  ['PowerShell', /@\{|@\(|\bSet-Az|\bNew-Az|^\$\w+ = @/m],
  ['PHP', /<\?php|\$\w+->|\barray\(|\$\w+ = \[[^]*=>/],
  ['Go', /:=|\[\]string\{|\[\]types\.|aws\.String|\bfunc \w*\(|\[\]\*?s3\./],
  [
    'C#',
    /\bnew List<|new \w+Rule\b[^(]*\{|\bnew\(\)|=> new |\busing \w+(?:\.\w+)*;|\bvar \w+ = new\b/
  ],
  [
    'Java',
    /\.builder\(\)|Arrays\.asList|List\.of\(|Collections\.|new \w+\(\)\.with|\bpublic (?:static|class)/
  ],
  ['Bicep', /^(?:resource|param) \w+ '|corsRules: \[\s*\{\s*allowed\w+: \[\s*'[^']*'\s*(?:'|\])/m],
  ['Ruby', /Aws::|\bputs |:\w+ =>|\bend$|^require '|cors_configuration:/m],
  [
    'Python',
    /\bTrue\b|\bNone\b|^import \w|^from \w+ import|^def |\w+\(\s*\w+=['"[{]|\b\w+ = \{\s*'|boto3/m
  ],
  ['JavaScript', /\b(?:const|let|var|await|function|new)\b|=>|^\s*\w+(?:\.\w+)*\(|\w+: ?['"[{]/m]
];

/** Null where nothing tells. */
export function languageOf(text: string): WrapLanguage | null {
  const head = text.slice(0, 20_000);
  return SIGNS.find(([, pattern]) => pattern.test(head))?.[0] ?? null;
}
