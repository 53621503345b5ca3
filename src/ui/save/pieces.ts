/** A part of a command: as it is, or something that the person must still fill in. */
export interface Piece {
  text: string;
  missing: boolean;
}

/** A command in pieces, cut at every placeholder. */
export function piecesOf(text: string, placeholders: readonly string[]): Piece[] {
  const [placeholder, ...others] = placeholders;
  if (placeholder === undefined) return text === '' ? [] : [{ text, missing: false }];
  return text
    .split(placeholder)
    .flatMap((part, at) => [
      ...(at === 0 ? [] : [{ text: placeholder, missing: true }]),
      ...piecesOf(part, others)
    ]);
}
