import { RegionId } from '@kentongan/contracts';
import { AccessGuard } from '@kentongan/platform';
import {
  Controller,
  Get,
  Inject,
  Query,
  StandardSchemaValidationPipe,
  UseGuards,
  UsePipes,
} from '@nestjs/common';
import { z } from 'zod';
import { DetectorRuntime } from './detector.runtime.js';
import { DetectorQueries, type StoredSignal } from './detector-queries.js';

const pageSignalsMax = 200;
const defaultPageSignals = 50;

const SignalParameters = z.object({
  region: RegionId.optional(),
  order: z.enum(['newest', 'oldest']).default('newest'),
  limit: z.coerce.number().int().min(1).max(pageSignalsMax).default(defaultPageSignals),
  after: z.coerce.number().int().nonnegative().optional(),
});

/** The detector's statements, newest first, or oldest first to follow them as they come. */
@Controller('api/signals')
@UseGuards(AccessGuard)
@UsePipes(new StandardSchemaValidationPipe())
export class SignalsController {
  constructor(
    @Inject(DetectorQueries) private readonly queries: DetectorQueries,
    @Inject(DetectorRuntime) private readonly runtime: DetectorRuntime,
  ) {}

  /**
   * `next` is null on the last page; give it back as `after` for the next one. `heldBack` posts of historical regions
   * wait to be judged: while there are any, this is not the last word about a replay.
   */
  @Get()
  async signals(
    @Query({ schema: SignalParameters }) parameters: z.infer<typeof SignalParameters>,
  ): Promise<{ signals: readonly StoredSignal[]; next: string | null; heldBack: number }> {
    const { region, order, limit, after } = parameters;
    const signals = await this.queries.signals({ regionId: region, order, limit, after });
    const last = signals.at(-1);
    const next = last && signals.length === limit ? String(last.sequence) : null;
    return { signals, next, heldBack: this.runtime.heldBack };
  }
}
