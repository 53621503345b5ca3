/** How the literal's language writes what it holds, taken from what stands there. */
export interface LiteralStyle {
  quote: string;
  /** What stands before a name, and between it and its value. */
  key: [string, string];
  list: [string, string];
  object: [string, string];
  /** What parts two members of an object; nothing where each has a line of its own. */
  comma: string;
}
