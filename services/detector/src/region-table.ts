import { decodeEvent, regionsConfigured } from '@kentongan/contracts';
import type { StreamPort, StreamRecord, TableReading } from '@kentongan/messaging';
import { type RegionRules, rulesOf } from './region-rules.js';

/** What regions.configured says now. When it takes effect is the partition's affair. */
export class RegionTable {
  private readonly rules = new Map<string, RegionRules>();
  private reading: TableReading | null = null;

  constructor(private readonly onProblem: (message: string) => void) {}

  async open(streams: StreamPort): Promise<void> {
    this.reading = await streams.table({
      stream: regionsConfigured,
      onRecord: (record) => this.take(record),
      onFailure: (error) => this.onProblem(`Regions are no longer followed: ${String(error)}`),
    });
    await this.reading.caughtUp();
  }

  async close(): Promise<void> {
    await this.reading?.stop();
  }

  of(regionId: string): RegionRules | undefined {
    return this.rules.get(regionId);
  }

  private take({ key, value }: StreamRecord): void {
    if (value === null) {
      this.rules.delete(key);
      return;
    }
    const decoded = decodeEvent(regionsConfigured, value);
    if (decoded.ok) this.rules.set(key, rulesOf(decoded.event.data));
    else this.onProblem(`Region ${key} cannot be read (${decoded.reason}): ${decoded.detail}`);
  }
}
