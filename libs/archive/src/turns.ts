/** Lets a few pieces of work run at once and the next ones wait in line; a flood is sent away instead of queued. */
export class Turns {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  /**
   * @param runningMax at once
   * @param waitingMax in line; past this a new one gets no turn
   */
  constructor(
    private readonly runningMax: number,
    private readonly waitingMax: number,
  ) {}

  /** What `work` gives, or null at once when the line is full. Throws what `work` throws. */
  async take<T>(work: () => Promise<T>): Promise<T | null> {
    if (this.waiting.length >= this.waitingMax) return null;
    if (this.running >= this.runningMax) await new Promise<void>((resolve) => this.waiting.push(resolve));
    else this.running += 1;
    try {
      return await work();
    } finally {
      // The place goes straight to the next in line, so that nobody who comes later takes it first.
      const next = this.waiting.shift();
      if (next) next();
      else this.running -= 1;
    }
  }
}
