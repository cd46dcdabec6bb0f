/** Something may have changed. A waiter that looked at `version` first cannot miss a change in between. */
export class Signal {
  version = 0;
  #waiting: (() => void)[] = [];

  fire(): void {
    this.version += 1;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const wake of waiting) wake();
  }

  /** Resolves once `fire` was called after `seen` was read. */
  changedSince(seen: number): Promise<void> {
    if (this.version !== seen) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push(resolve));
  }
}

/** Resolves after `milliseconds` (Infinity: never), or as soon as `promise` does; leaves no timer behind. */
export async function atMost(promise: Promise<unknown>, milliseconds: number): Promise<void> {
  if (milliseconds === Number.POSITIVE_INFINITY) {
    await promise;
    return;
  }
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  try {
    await Promise.race([promise, timeout]);
  } finally {
    clearTimeout(timer);
  }
}

const backOffFirstMilliseconds = 100;
const backOffMaxMilliseconds = 10_000;

/** Doubling pause after the n-th failure in a row (n ≥ 1): 100 ms … 10 s. */
export function backOffMilliseconds(failures: number): number {
  return Math.min(backOffMaxMilliseconds, backOffFirstMilliseconds * 2 ** Math.min(failures - 1, 20));
}

/**
 * How long to sleep until the first pause ends; Infinity when none was running at the look.
 * A pause that ran at `lookedAt` and is over by `now` counts as ending at once: dropped, its partition would
 * sleep until a stranger's message wakes the group.
 * @param pauses ends of pauses, @param lookedAt when partitions were last looked at, @param now; all in `performance.now()` milliseconds
 */
export function millisecondsToPauseEnd(pauses: readonly number[], lookedAt: number, now: number): number {
  const running = pauses.filter((end) => end > lookedAt);
  // Timers may fire a little early; the extra millisecond saves a look in vain.
  return Math.max(0, Math.min(Number.POSITIVE_INFINITY, ...running) - now) + 1;
}
