/** What of a tree of objects and lists is open where a text breaks off. */
import type { TreeArray, TreeMember, TreeNode, TreeObject } from './node.ts';
import type { Problem } from '../problem.ts';

export type Container = TreeObject | TreeArray;

/** An object or list around the cursor, and the key that it is the value of. */
export interface OpenNode {
  node: Container;
  key: string | null;
}

/** Where the brackets stand that nothing closes. */
export const openBrackets = (problems: readonly Problem[]): number[] =>
  problems.flatMap(({ code, span }) =>
    code === 'json-unclosed' || code === 'bracket-unclosed' ? [span.from] : []
  );

const isContainer = (node: TreeNode | null | undefined): node is Container =>
  node?.type === 'object' || node?.type === 'array';

export const lastMember = (node: Container | undefined): TreeMember | undefined =>
  node?.type === 'object' ? node.members.at(-1) : undefined;

/** The objects and lists whose brackets, each at one of `openers`, are open at the end of a text; outermost first. */
export function openPath(root: TreeNode | null, openers: readonly number[]): OpenNode[] {
  const path: OpenNode[] = [];
  let [node, key]: [TreeNode | null | undefined, string | null] = [root, null];
  while (isContainer(node) && isOpen(node, openers)) {
    path.push({ node, key });
    const member = lastMember(node);
    key = member?.key ?? null;
    node = node.type === 'array' ? node.items.at(-1) : member?.value;
  }
  return path;
}

/** An opener of its own stands before whatever the node holds. */
function isOpen(node: Container, openers: readonly number[]): boolean {
  const [first] = node.type === 'array' ? node.items : node.members;
  const to = first?.span.from ?? Math.max(node.span.to, node.span.from + 1);
  return openers.some((opener) => opener >= node.span.from && opener < to);
}

/** The object or list that begins at `from`, anywhere in a tree. */
export function containerAt(root: TreeNode | null, from: number): Container | null {
  let node = root;
  while (isContainer(node)) {
    if (node.span.from === from) return node;
    const inner: (TreeNode | null)[] =
      node.type === 'array' ? node.items : node.members.map(({ value }) => value);
    node = inner.findLast((one) => one !== null && one.span.from <= from) ?? null;
  }
  return null;
}
