import type { PostArchive } from '@kentongan/archive';
import { TrendsParameters, TrendsView } from '@kentongan/contracts';
import { AccessGuard, Allow, Answers, CLOCK, type Clock, deskRoles } from '@kentongan/platform';
import { Controller, Get, Inject, Logger, Query, UseFilters, UseGuards, UsePipes } from '@nestjs/common';
import type { z } from 'zod';
import { ArchiveErrorFilter } from './archive-error.filter.js';
import { noAnswer } from './archive-errors.js';
import { POST_ARCHIVE } from './archiver.options.js';
import { RegionTable } from './region-table.js';
import { parameterPipe } from './search-parameters.js';
import { TrendsCache } from './trends-cache.js';

/** What people of a region talk about, against the week before. */
@Controller('api/archive/trends')
@UseGuards(AccessGuard)
@Allow('machine', ...deskRoles)
@UsePipes(parameterPipe)
@UseFilters(ArchiveErrorFilter)
export class TrendsController {
  private readonly log = new Logger('Archiver');
  private readonly cache: TrendsCache;

  constructor(
    @Inject(POST_ARCHIVE) private readonly archive: PostArchive,
    @Inject(RegionTable) private readonly regions: RegionTable,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.cache = new TrendsCache(clock, (problem) => this.log.warn(`Trends stay as they were: ${problem}`));
  }

  @Get()
  @Answers(TrendsView)
  async trends(
    @Query({ schema: TrendsParameters }) { region, days }: z.infer<typeof TrendsParameters>,
  ): Promise<TrendsView> {
    const timeZone = this.regions.timeZoneOf(region);
    const placeRoots = this.regions.placeRootsOf(region);
    const isHistorical = this.regions.isHistorical(region);
    const answer = await this.cache.get(
      JSON.stringify([region, days, timeZone, placeRoots, isHistorical]),
      () =>
        this.archive.trends({
          regionId: region,
          timeZone,
          days,
          now: isHistorical ? null : new Date(this.clock.now()).toISOString(),
          placeRoots,
        }),
    );
    if (!answer.ok) throw noAnswer(answer.problem);
    const { computedAt, trends } = answer.value;
    return {
      computedAt: new Date(computedAt).toISOString(),
      timeZone,
      days: [...trends.days],
      subjects: [...trends.subjects],
      places: [...trends.places],
      cells: [...trends.cells],
    };
  }
}
