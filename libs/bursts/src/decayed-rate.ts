import type { ObservedHours } from './observed-hours.js';

/** A rate with a memory: posts by hour, each weighing exp(-age/span), and the hour up to which it has learned. */
export class DecayedRate {
  count = 0;
  atHour: number;
  through: number;

  constructor(
    bornHour: number,
    readonly span: number,
  ) {
    this.atHour = bornHour;
    this.through = bornHour - 1;
  }

  countAt(hour: number): number {
    return Math.max(0, this.count) * Math.exp((this.atHour - hour) / this.span);
  }

  add(hour: number, posts: number): void {
    this.count = this.countAt(hour) + posts;
    this.atHour = hour;
  }

  /** Posts an hour, drawn to `prior` as if that had been seen for `priorHours`. */
  rate(
    observed: ObservedHours,
    bornHour: number,
    through: number,
    prior: number,
    priorHours: number,
  ): number {
    const exposure = observed.exposure(bornHour, through, this.span);
    return (this.countAt(through) + prior * priorHours) / (exposure + priorHours);
  }
}
