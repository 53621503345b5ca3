/** These pages are read, not worked with: they are whole as they are rendered ahead. */
export const csr = false;
