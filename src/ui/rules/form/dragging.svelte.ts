/** A rule on its way to another place, held by a pointer. Its middle tells between which of the others it would stand. */
export class Dragging {
  /** From which place, and to which among the others; null while nothing is held. */
  held: { from: number; to: number } | null = $state.raw(null);

  /** What a card shows of it: that it is held, or on which side the rule would come to stand. */
  markOf(index: number): 'held' | 'before' | 'behind' | null {
    if (this.held === null) return null;
    const { from, to } = this.held;
    if (index === from) return 'held';
    if (index !== to) return null;
    return to < from ? 'before' : 'behind';
  }

  /** Follows the pointer until it lets go, or the Escape key; `cards` are the rules from the first down. */
  start(
    event: PointerEvent & { currentTarget: EventTarget | null },
    from: number,
    cards: () => HTMLElement[],
    done: (to: number) => void
  ): void {
    const grip = event.currentTarget;
    if (!(grip instanceof HTMLElement) || event.button !== 0) return;
    grip.setPointerCapture(event.pointerId);
    const listeners = new AbortController();
    const { signal } = listeners;
    const end = (take: boolean) => {
      const to = this.held?.to ?? from;
      this.held = null;
      listeners.abort();
      if (take && to !== from) done(to);
    };
    grip.addEventListener(
      'pointermove',
      ({ clientY }) => (this.held = { from, to: placeFor(clientY, from, cards()) }),
      { signal }
    );
    grip.addEventListener('pointerup', () => end(true), { signal });
    grip.addEventListener('pointercancel', () => end(false), { signal });
    grip.addEventListener('keydown', ({ key }) => key === 'Escape' && end(false), { signal });
  }
}

/** How many of the other cards have their middle above the pointer. */
function placeFor(y: number, from: number, cards: readonly HTMLElement[]): number {
  return cards.filter((card, index) => {
    const { top, height } = card.getBoundingClientRect();
    return index !== from && top + height / 2 < y;
  }).length;
}
