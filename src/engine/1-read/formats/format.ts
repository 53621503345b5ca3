import type { RuleSet } from '../../model.ts';
import type { EditRules } from '../change-batch.ts';
import type { FormatId, Syntax } from '../format.ts';
import type { HclDocument } from '../hcl/parse.ts';
import type { HeadersDocument } from '../headers/parse.ts';
import type { Problem } from '../problem.ts';
import type { JsonDocument } from '../tree/node.ts';
import type { RuleReading } from '../tree/rule.ts';
import type { XmlDocument } from '../xml/parse.ts';
import type { YamlDocument } from '../yaml/parse.ts';

/** A text whose grammar is read and whose names are not. */
export type Document = XmlDocument | JsonDocument | HeadersDocument | YamlDocument | HclDocument;

/** What one format makes of a document. */
export interface FormatReading {
  ruleSet: RuleSet;
  /** True where names carry a namespace prefix, which some stores do not look behind. */
  prefixed?: boolean;
  /** Those of the document, and those of its names and values; in no order. */
  problems: Problem[];
}

/** One way of writing rules down. */
export interface Format {
  id: FormatId;
  syntax: Syntax;
  /** How a rule is spelled where it is an object that is written the same wherever it stands. */
  spelling?: Pick<RuleReading, 'names' | 'lists' | 'methods'>;
  /** True where rules are a part of a text that no store gets as a whole. */
  isTemplate?: true;
  /** False where rules in this format cannot say `ResponseVary`, so that printing drops it. */
  holdsResponseVary: boolean;
  /** False where printing would lose something else; absent where this format can say every rule set. */
  holds?(ruleSet: RuleSet): boolean;
  /** Null where the document has not the shape of this format. */
  read(document: Document): FormatReading | null;
  /** The rule set in this format, LF line ends, closed by one. */
  print(ruleSet: RuleSet): string;
  /**
   * Gives, for one change of `ruleSet` after the other, the edits of the `text` it was read from that make it and leave every
   * other byte alone; each is counted in both as they are.
   * Indentation, line ends and key spelling follow the text around. What is taken out leaves with its line where it
   * stands there alone, and with its comma; a rule that moves keeps its own text. Comments outside of a rule stay where
   * they are, since nothing says whether they speak of it. Empty where the text has no place for the change.
   */
  edit(text: string, ruleSet: RuleSet): EditRules;
}
