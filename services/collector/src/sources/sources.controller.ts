import { RegionId, SourceView } from '@kentongan/contracts';
import { DATABASE_POOL } from '@kentongan/database';
import { AccessGuard, Allow, Answers, CLOCK, type Clock, deskRoles } from '@kentongan/platform';
import {
  Controller,
  Get,
  Inject,
  Query,
  StandardSchemaValidationPipe,
  UseGuards,
  UsePipes,
} from '@nestjs/common';
import type pg from 'pg';
import { z } from 'zod';
import { CollectorRuntime } from '../collector.runtime.js';
import { badParameters, unknownRegion } from '../regions/region-errors.js';
import { sourceViews } from './source-views.js';

const SourceParameters = z.strictObject({ region: RegionId });

/** Where a region's posts come from, and whether they still do. */
@Controller('api/sources')
@UseGuards(AccessGuard)
@Allow('machine', ...deskRoles)
@UsePipes(new StandardSchemaValidationPipe({ exceptionFactory: badParameters }))
export class SourcesController {
  constructor(
    @Inject(CollectorRuntime) private readonly collector: CollectorRuntime,
    @Inject(DATABASE_POOL) private readonly pool: pg.Pool,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Answers(z.array(SourceView))
  async sources(
    @Query({ schema: SourceParameters }) { region }: z.infer<typeof SourceParameters>,
  ): Promise<SourceView[]> {
    const settings = await this.collector.regions.find(region);
    if (!settings) throw unknownRegion();
    return sourceViews(this.pool, settings, this.clock.now());
  }
}
