/**
 * What the page's libraries store, the theme before the page is drawn and the width of the panes, is not worth an error. A
 * browser that blocks storage throws at the mere mention of `localStorage`, and one whose storage is full at each write; what is
 * refused lasts as long as the page. The document of the page is none of that: its refusal is said, so it is thrown.
 */
(() => {
  const OWN = /^preflight(-|$)/;
  const held = new Map();
  let storage = null;
  try {
    storage = localStorage;
  } catch {
    const value = {
      get length() {
        return held.size;
      },
      key: (index) => [...held.keys()][index] ?? null,
      getItem: (key) => held.get(key) ?? null,
      setItem(key, text) {
        if (OWN.test(key)) throw new DOMException('Storage is blocked', 'SecurityError');
        held.set(key, text);
      },
      removeItem: (key) => void held.delete(key),
      clear: () => held.clear()
    };
    Object.defineProperty(window, 'localStorage', { configurable: true, value });
    return;
  }
  const { getItem, setItem } = Storage.prototype;
  Storage.prototype.getItem = function (key) {
    return (this === storage ? held.get(key) : null) ?? getItem.call(this, key);
  };
  Storage.prototype.setItem = function (key, text) {
    try {
      setItem.call(this, key, text);
      if (this === storage) held.delete(key);
    } catch (error) {
      if (this !== storage || OWN.test(key)) throw error;
      held.set(key, text);
    }
  };
})();
