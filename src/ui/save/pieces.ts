/** A part of a command: as it is, or something that the person must still fill in. */
export interface CommandPiece {
  text: string;
  missing: boolean;
}

/** A command in pieces, cut at every placeholder. */
export function piecesOf(text: string, placeholders: readonly string[]): CommandPiece[] {
  const [placeholder, ...others] = placeholders;
  if (placeholder === undefined) return text === '' ? [] : [{ text, missing: false }];
  return text
    .split(placeholder)
    .flatMap((part, at) => [
      ...(at === 0 ? [] : [{ text: placeholder, missing: true }]),
      ...piecesOf(part, others)
    ]);
}
