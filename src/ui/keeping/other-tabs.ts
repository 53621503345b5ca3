import { MAIN } from './shelf.ts';

/** The other tabs of this browser that have the page open. */
export interface OtherTabs {
  /** Tells them the document that was written. */
  tell(text: string): void;
  leave(): void;
}

/** Hears what other tabs write. A browser without channels tells of the write itself, by an event of its storage. */
export function otherTabs(hear: (text: string) => void): OtherTabs {
  if (typeof BroadcastChannel === 'undefined') return byStorage(hear);
  const channel = new BroadcastChannel(MAIN);
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (typeof data === 'string') hear(data);
  };
  return { tell: (text) => channel.postMessage(text), leave: () => channel.close() };
}

function byStorage(hear: (text: string) => void): OtherTabs {
  const onStorage = ({ key, newValue }: StorageEvent) => {
    if (key === MAIN && newValue !== null) hear(newValue);
  };
  addEventListener('storage', onStorage);
  return { tell: () => undefined, leave: () => removeEventListener('storage', onStorage) };
}
