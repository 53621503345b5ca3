/**
 * Runs what nobody waits for once the frame of what happens now has been painted, and `pause` milliseconds have gone by since;
 * gives the way to call it off.
 */
export function afterPaint(run: () => void, pause = 0): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const frame = requestAnimationFrame(() => (timer = setTimeout(run, pause)));
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
