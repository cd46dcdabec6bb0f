/** Time is injected: rules and services never ask the machine. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };

/** Nest injection token of the clock. */
export const CLOCK = Symbol('clock');
