import { useSyncExternalStore } from 'react';

const tickSeconds = 20;

let now = Date.now();
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

function tick(): void {
  now = Date.now();
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(tick, tickSeconds * 1_000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** The time, one for the whole page, so that all ages on a screen change together. */
export const useNow = (): number => useSyncExternalStore(subscribe, () => now);
