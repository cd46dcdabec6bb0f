import type { Answer, Trends } from '@kentongan/archive';
import type { Clock } from '@kentongan/platform';

/** Trends read every post of two periods: a region's are computed at most this often, however many look at them. */
const freshMilliseconds = 60_000;
/** Older than this nobody is shown them, not even while new ones are made. */
const staleMilliseconds = 15 * 60_000;
/** Regions × periods. */
const entriesMax = 200;

export interface ComputedTrends {
  readonly computedAt: number;
  readonly trends: Trends;
}

/** Keeps what was computed, answers from it at once, and computes anew behind the reader's back. */
export class TrendsCache {
  private readonly kept = new Map<string, ComputedTrends>();
  private readonly inWork = new Map<string, Promise<Answer<ComputedTrends>>>();

  constructor(
    private readonly clock: Clock,
    private readonly onProblem: (problem: string) => void,
  ) {}

  async get(key: string, compute: () => Promise<Answer<Trends>>): Promise<Answer<ComputedTrends>> {
    const known = this.kept.get(key);
    const age = known ? this.clock.now() - known.computedAt : Number.POSITIVE_INFINITY;
    if (!known || age > staleMilliseconds) return this.compute(key, compute);
    if (age > freshMilliseconds)
      this.compute(key, compute).catch((error: unknown) => this.onProblem(String(error)));
    return { ok: true, value: known };
  }

  /** One at a time for each key; who comes meanwhile waits for the same one. */
  private compute(key: string, compute: () => Promise<Answer<Trends>>): Promise<Answer<ComputedTrends>> {
    let work = this.inWork.get(key);
    if (!work) {
      const computedAt = this.clock.now();
      work = compute()
        .then((answer): Answer<ComputedTrends> => {
          if (!answer.ok) return answer;
          const value = { computedAt, trends: answer.value };
          this.keep(key, value);
          return { ok: true, value };
        })
        .finally(() => this.inWork.delete(key));
      this.inWork.set(key, work);
    }
    return work;
  }

  private keep(key: string, value: ComputedTrends): void {
    this.kept.delete(key);
    this.kept.set(key, value);
    const [oldest] = this.kept.keys();
    if (this.kept.size > entriesMax && oldest !== undefined) this.kept.delete(oldest);
  }
}
