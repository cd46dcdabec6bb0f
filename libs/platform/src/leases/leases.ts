/** Work that one process at a time does, however many of its kind run. */
export interface Leases {
  /** Runs `work` unless another process is at work of that name. @returns null when it was left to the other */
  exclusively<Result>(name: string, work: () => Promise<Result>): Promise<Result | null>;
}

/** Nest injection token of the leases. */
export const LEASES = Symbol('leases');
