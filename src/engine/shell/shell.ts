import { powershellFile, quotePowershell, powershellWord } from './quote-powershell.ts';
import { shWord } from './sh-word.ts';
import { shBare, shFile } from './quote-sh.ts';

export const SHELL_IDS = ['sh', 'powershell'] as const;
export type ShellId = (typeof SHELL_IDS)[number];

/** What the shells spell differently. Arguments called `code` are our own and stand as they are; others are quoted. */
export interface Shell {
  id: ShellId;
  /** One word that stands for exactly `text`. */
  word(text: string): string;
  /** The same, in quotes whatever it is. */
  quoted(text: string): string;
  /** Writes a text into a file of the working directory. */
  file(name: string, text: string): string;
  /** Runs a command and keeps what it prints in a file. */
  keep(code: string, file: string): string;
  /** Runs a command that reads a file. */
  pipe(file: string, code: string): string;
  /** A string of our own, in which `{NAME}` stands for a variable of the environment. */
  expanded(code: string): string;
  /** What the whole text of a file is, as one argument. */
  contents(file: string): string;
  /** Base64 of a file's MD5, inside {@link expanded}. */
  md5(file: string): string;
  /** Hexadecimal SHA-256 of a file, inside {@link expanded}. */
  sha256(file: string): string;
  /** Sets a variable of the environment for what follows. */
  assign(name: string, value: string): string;
  /** Between the parts of a command that stands on several lines. */
  continued: string;
  /** Windows PowerShell calls another program `curl`. */
  curl: string;
  /** Windows has no interpreter of this other name. */
  python: string;
}

const variables = (code: string, print: (name: string) => string): string =>
  `"${code.replace(/\{([A-Z_]+)\}/g, (_, name: string) => print(name))}"`;

const sh: Shell = {
  id: 'sh',
  word: shBare,
  quoted: shWord,
  file: shFile,
  keep: (code, file) => `${code} > ${file}`,
  pipe: (file, code) => `${code} < ${file}`,
  expanded: (code) => variables(code, (name) => `$${name}`),
  contents: (file) => `"$(cat ${file})"`,
  md5: (file) => `$(openssl md5 -binary ${file} | base64)`,
  sha256: (file) => `$(openssl dgst -sha256 -r ${file} | cut -d' ' -f1)`,
  assign: (name, value) => `export ${name}=${shBare(value)}`,
  continued: ' \\\n  ',
  curl: 'curl',
  python: 'python3'
};

/** Windows PowerShell writes UTF-16 where output is redirected, so files are written by .NET. */
const powershell: Shell = {
  id: 'powershell',
  word: powershellWord,
  quoted: quotePowershell,
  file: powershellFile,
  keep: (code, file) => `[IO.File]::WriteAllLines("$PWD/${file}", [string[]]@(${code}))`,
  pipe: (file, code) => `Get-Content ${file} -Raw | ${code}`,
  expanded: (code) => variables(code, (name) => `\${env:${name}}`),
  contents: (file) => `(Get-Content ${file} -Raw)`,
  md5: (file) =>
    `$([Convert]::ToBase64String([Security.Cryptography.MD5]::Create().ComputeHash([IO.File]::ReadAllBytes("$PWD/${file}"))))`,
  sha256: (file) => `$((Get-FileHash ${file} -Algorithm SHA256).Hash.ToLower())`,
  assign: (name, value) => `$env:${name} = ${quotePowershell(value)}`,
  continued: ' `\n  ',
  curl: 'curl.exe',
  python: 'python'
};

const SHELLS: Readonly<Record<ShellId, Shell>> = { sh, powershell };

export const shellById = (id: ShellId): Shell => SHELLS[id];
