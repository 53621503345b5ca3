/** Objects, lists and values as every grammar that has them is read: JSON, YAML and HCL. */
import type { Span, WrittenValue } from '../../model.ts';
import type { Problem } from '../problem.ts';

export interface TreeMember {
  key: string;
  /** Of the key, between its quotes; with them where it is empty. */
  keySpan: Span;
  span: Span;
  /** Null where none could be read. */
  value: TreeNode | null;
}
export interface TreeObject {
  type: 'object';
  span: Span;
  members: TreeMember[];
}
export interface TreeArray {
  type: 'array';
  span: Span;
  items: TreeNode[];
}
export interface TreeScalar {
  /** An `expression` is what a template computes, so that only its own tool knows the value. */
  type: 'string' | 'number' | 'boolean' | 'null' | 'expression';
  span: Span;
  /** What stands between the quotes of a string; the literal text of anything else. */
  written: WrittenValue;
}
export type TreeNode = TreeObject | TreeArray | TreeScalar;

/** True for a value that is known from the text alone. */
export function isReadable(node: TreeNode): node is TreeScalar {
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
  root: TreeNode | null;
  /** What keeps the text from being strict JSON. */
  problems: Problem[];
}
