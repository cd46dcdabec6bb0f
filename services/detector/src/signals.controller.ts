import { Instant, RegionId, Signal } from '@kentongan/contracts';
import { AccessGuard, Allow, Answers, deskRoles, type Principal, Who } from '@kentongan/platform';
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
import { DetectorQueries } from './detector-queries.js';
import { badParameters } from './signal-errors.js';

const pageSignalsMax = 200;
const defaultPageSignals = 50;

export const SignalParameters = z.strictObject({
  region: RegionId.optional(),
  order: z.enum(['newest', 'oldest']).default('newest'),
  limit: z.coerce.number().int().min(1).max(pageSignalsMax).default(defaultPageSignals),
  after: z.coerce.number().int().nonnegative().optional(),
});

const SignalPage = z.object({
  signals: z.array(
    z.object({
      /** Rises in the order in which statements were stored. */
      sequence: z.int(),
      regionId: RegionId,
      recordedAt: Instant,
      signal: Signal,
    }),
  ),
  next: z.string().nullable(),
  heldBack: z.int(),
});

/** The detector's statements, newest first, or oldest first to follow them as they come. */
@Controller('api/signals')
@UseGuards(AccessGuard)
@Allow('machine', ...deskRoles)
@UsePipes(new StandardSchemaValidationPipe({ exceptionFactory: badParameters }))
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
  @Answers(SignalPage)
  async signals(
    @Query({ schema: SignalParameters }) parameters: z.infer<typeof SignalParameters>,
    @Who() principal: Principal,
  ): Promise<z.infer<typeof SignalPage>> {
    const { region, order, limit, after } = parameters;
    const regionIds = region === undefined ? regionsOf(principal) : [region];
    const signals = await this.queries.signals({ regionIds, order, limit, after });
    const last = signals.at(-1);
    const next = last && signals.length === limit ? String(last.sequence) : null;
    return { signals, next, heldBack: await this.runtime.heldBack() };
  }
}

/** Whose signals a person sees who names no region; undefined = all. */
function regionsOf(principal: Principal): readonly string[] | undefined {
  return principal.kind === 'machine' || principal.regionIds.length === 0 ? undefined : principal.regionIds;
}
