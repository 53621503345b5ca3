/** Objects, lists and values as every grammar that has them is read: JSON, YAML and HCL. */
import type { Span, Written } from '../../model.ts';
import type { Problem } from '../problem.ts';

export interface JsonMember {
  key: string;
  /** Of the key, between its quotes; with them where it is empty. */
  keySpan: Span;
  span: Span;
  /** Null where none could be read. */
  value: JsonNode | null;
}
export interface JsonObject {
  type: 'object';
  span: Span;
  members: JsonMember[];
}
export interface JsonArray {
  type: 'array';
  span: Span;
  items: JsonNode[];
}
export interface JsonScalar {
  /** An `expression` is what a template computes, so that only its own tool knows the value. */
  type: 'string' | 'number' | 'boolean' | 'null' | 'expression';
  span: Span;
  /** What stands between the quotes of a string; the literal text of anything else. */
  written: Written;
}
export type JsonNode = JsonObject | JsonArray | JsonScalar;

/** True for a value that is known from the text alone. */
export function isReadable(node: JsonNode): node is JsonScalar {
  return (
    node.type !== 'array' &&
    node.type !== 'object' &&
    node.type !== 'null' &&
    node.type !== 'expression'
  );
}

/** A text read as such a tree. */
export interface JsonDocument {
  syntax: 'json';
  text: string;
  root: JsonNode | null;
  /** What keeps the text from being strict JSON. */
  problems: Problem[];
}
