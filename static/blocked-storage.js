/**
 * A browser that blocks storage throws at the mere mention of `localStorage`, and what sets the theme mentions it
 * before the page is drawn. There, a storage that lasts as long as the page stands in.
 */
try {
  localStorage.getItem('');
} catch {
  const items = new Map();
  const value = {
    get length() {
      return items.size;
    },
    key: (index) => [...items.keys()][index] ?? null,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, text) => void items.set(key, text),
    removeItem: (key) => void items.delete(key),
    clear: () => items.clear()
  };
  Object.defineProperty(window, 'localStorage', { configurable: true, value });
}
