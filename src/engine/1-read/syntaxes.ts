/** Every grammar below the formats, with what is asked of each. A new one is a folder and a line. */
import type { Span, TextEdit } from '../model.ts';
import type { Syntax } from './format.ts';
import type { Document } from './formats/format.ts';
import { hclComments } from './hcl/comments.ts';
import { parseHcl } from './hcl/parse.ts';
import { tidyHcl } from './hcl/tidy.ts';
import { parseHeaders } from './headers/parse.ts';
import { jsonComments } from './json/comments.ts';
import { parseJson } from './json/parse.ts';
import { tidyJson } from './json/tidy.ts';
import { xmlComments } from './xml/comments.ts';
import { parseXml } from './xml/parse.ts';
import { tidyXml } from './xml/tidy.ts';
import { yamlComments } from './yaml/comments.ts';
import { parseYaml } from './yaml/parse.ts';
import { tidyYaml } from './yaml/tidy.ts';

interface Grammar<S extends Syntax> {
  /** By its first character that is not blank, or by the first word of a line. */
  begins: RegExp;
  parse(text: string): Extract<Document, { syntax: S }>;
  /** Where the comments stand, in the order of the text. */
  comments(text: string): Span[];
  /** The edits of blanks that lay a text out; null where its writer's layout cannot be told from what it says. */
  tidy(text: string): TextEdit[] | null;
}

/** A text is of the first that it begins as. */
const GRAMMARS: { readonly [S in Syntax]: Grammar<S> } = {
  xml: { begins: /^\s*</, parse: parseXml, comments: xmlComments, tidy: tidyXml },
  json: { begins: /^\s*[{[]/, parse: parseJson, comments: jsonComments, tidy: tidyJson },
  headers: {
    /** Every header that holds rules, or stands beside them, begins so, and so does every setting of a MinIO server. */
    begins: /^\ufeff?\s*(x-|(export[ \t]+)?MINIO_)/i,
    parse: parseHeaders,
    comments: () => [],
    tidy: () => null
  },
  yaml: {
    /** A line that begins with what leads to rules in a template of CloudFormation. */
    begins:
      /^\ufeff?[ \t]*(?:- +)?["']?(?:CorsConfiguration|CorsRules|Resources|AWSTemplateFormatVersion|cors_config|cors)["']?[ \t]*:/im,
    parse: parseYaml,
    comments: yamlComments,
    tidy: tidyYaml
  },
  hcl: {
    /** The same in Terraform. */
    begins:
      /^\ufeff?[ \t]*(?:(?:resource|dynamic)[ \t]+"|(?:cors_rules?|cors|blob_properties|rules)[ \t]*[{=])/m,
    parse: parseHcl,
    comments: hclComments,
    tidy: tidyHcl
  }
};

const SYNTAXES = Object.keys(GRAMMARS) as Syntax[];

/** The grammar of a text; null where it begins as none. */
export const syntaxOf = (text: string): Syntax | null =>
  SYNTAXES.find((syntax) => GRAMMARS[syntax].begins.test(text)) ?? null;

/** Reads the grammar of a text; null as in {@link syntaxOf}. */
export function recognise(text: string): Document | null {
  const syntax = syntaxOf(text);
  return syntax && GRAMMARS[syntax].parse(text);
}

/** Where the comments of a text stand that could be read whole: no part of its rules, so lost where these are written anew. */
export const commentsIn = (text: string, syntax: Syntax | null): Span[] =>
  syntax === null ? [] : GRAMMARS[syntax].comments(text);

/** The edits of blanks that lay a text of that grammar out; null as in {@link Grammar.tidy}. */
export const tidyText = (text: string, syntax: Syntax): TextEdit[] | null =>
  GRAMMARS[syntax].tidy(text);
