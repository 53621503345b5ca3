/**
 * A parser that gives the tree of the text that it read last once more. Between two keystrokes one text is read for its rules,
 * for its edits and for what may be written in it. Trees are never changed by those who get them.
 */
export function rememberingLast<Tree>(parse: (text: string) => Tree): (text: string) => Tree {
  let last: { text: string; tree: Tree } | null = null;
  return (text) => {
    if (last?.text !== text) last = { text, tree: parse(text) };
    return last.tree;
  };
}
