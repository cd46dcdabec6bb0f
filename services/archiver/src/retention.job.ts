import type { PostArchive, PruneResult } from '@kentongan/archive';
import { CLOCK, type Clock, LEASES, type Leases } from '@kentongan/platform';
import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
  Optional,
} from '@nestjs/common';
import { ARCHIVER_OPTIONS, type ArchiverOptions, POST_ARCHIVE } from './archiver.options.js';
import { RegionTable } from './region-table.js';

const defaultRetentionDays = 90;
const dayMilliseconds = 86_400_000;
/** The first look comes soon after a start: a desk that is switched off at night would otherwise never prune. */
const firstMilliseconds = 60_000;

/** Once a day: raw posts of live regions that have served their time are removed, by whole months. */
@Injectable()
export class RetentionJob implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('Archiver');
  private timer: NodeJS.Timeout | null = null;

  constructor(
    @Inject(POST_ARCHIVE) private readonly archive: PostArchive,
    @Inject(ARCHIVER_OPTIONS) private readonly options: ArchiverOptions,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(RegionTable) private readonly regions: RegionTable,
    @Optional() @Inject(LEASES) private readonly leases: Leases | null,
  ) {}

  onApplicationBootstrap(): void {
    if (this.options.isPruning !== false) this.schedule(firstMilliseconds);
  }

  onApplicationShutdown(): void {
    if (this.timer) clearTimeout(this.timer);
  }

  /** Waits until all regions are known: a live region that is not known yet would only be kept longer. */
  async run(): Promise<PruneResult> {
    await this.regions.caughtUp();
    const retentionDays = this.options.retentionDays ?? defaultRetentionDays;
    const fetchedBefore = new Date(this.clock.now() - retentionDays * dayMilliseconds).toISOString();
    return this.archive.prune({ fetchedBefore, regionIds: this.regions.liveRegionIds() });
  }

  /** Leaves the day's work to another archiver that is at it. */
  private async runAlone(): Promise<void> {
    const result = this.leases
      ? await this.leases.exclusively('archive retention', () => this.run())
      : await this.run();
    if (!result) return;
    const { droppedMonths, removedPosts } = result;
    this.log.log(
      `Retention: months dropped: ${droppedMonths.join(', ') || 'none'}; posts removed: ${removedPosts}`,
    );
  }

  private schedule(milliseconds: number): void {
    this.timer = setTimeout(() => {
      this.runAlone()
        .catch((error: Error) => this.log.error(`Retention failed, tried again tomorrow: ${error.message}`))
        .finally(() => this.schedule(dayMilliseconds));
    }, milliseconds);
    this.timer.unref();
  }
}
