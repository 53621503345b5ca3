/** Far more than any store takes, and still read and judged at once. */
export const LARGEST_BYTES = 1_000_000;

export type OpenedFile = { text: string } | { refused: 'size' | 'binary' | 'unreadable' };

/** The text of a file, read as UTF-8 without its byte order mark; or why it cannot be a rule text. */
export async function readRuleFile(file: Blob): Promise<OpenedFile> {
  if (file.size > LARGEST_BYTES) return { refused: 'size' };
  try {
    const text = await file.text();
    return text.includes('\0') ? { refused: 'binary' } : { text };
  } catch {
    return { refused: 'unreadable' };
  }
}
