import type { IncomingMessage, ServerResponse } from 'node:http';
import { RegionId } from '@kentongan/contracts';
import { AccessGuard, Allow, CLOCK, type Clock, deskRoles, type Principal, Who } from '@kentongan/platform';
import {
  Controller,
  Get,
  Headers,
  Inject,
  Logger,
  Optional,
  Query,
  Req,
  Res,
  StandardSchemaValidationPipe,
  UseGuards,
  UsePipes,
} from '@nestjs/common';
import { z } from 'zod';
import { LIVE_LIMITS, type LiveLimits, reconnectMilliseconds } from './live.limits.js';
import { LiveClient } from './live-client.js';
import { missingRegion, tooManyStreams } from './live-errors.js';
import { LiveEventsStore } from './live-events.store.js';
import { LiveFeed } from './live-feed.js';
import { LiveHub } from './live-hub.js';
import { LiveMetrics } from './live-metrics.js';
import { resume } from './resume.js';
import { SESSION_CHECK, type SessionCheck } from './session-check.port.js';

const LiveParameters = z.strictObject({ region: RegionId });
const retryAfterSeconds = 10;

/** Live updates as server-sent events (`LiveEvent` of the contracts); `Last-Event-ID` goes on where a stream broke off. */
@Controller('api/live')
@UseGuards(AccessGuard)
@Allow('agency', ...deskRoles)
@UsePipes(new StandardSchemaValidationPipe({ exceptionFactory: missingRegion }))
export class LiveController {
  private readonly log = new Logger('Live');

  constructor(
    @Inject(LiveHub) private readonly hub: LiveHub,
    @Inject(LiveFeed) private readonly feed: LiveFeed,
    @Inject(LiveEventsStore) private readonly store: LiveEventsStore,
    @Inject(LiveMetrics) private readonly metrics: LiveMetrics,
    @Inject(LIVE_LIMITS) private readonly limits: LiveLimits,
    @Inject(CLOCK) private readonly clock: Clock,
    @Optional() @Inject(SESSION_CHECK) private readonly sessions: SessionCheck | null,
  ) {}

  @Get()
  live(
    @Query({ schema: LiveParameters }) { region }: z.infer<typeof LiveParameters>,
    @Headers('last-event-id') lastEventId: string | undefined,
    @Who() principal: Principal,
    @Req() request: IncomingMessage,
    @Res() response: ServerResponse,
  ): void {
    if (principal.kind !== 'person') throw new Error('the rule of this route lets persons in only');
    const { userId, role, agencyId } = principal;
    this.refuseWhenFull(userId, response);
    const client = new LiveClient(
      { regionId: region, userId, role, agencyId },
      this.sessions?.sessionOf(request) ?? null,
      this.clock.now(),
      response,
    );
    this.hub.add(client);
    response.once('close', () => this.hub.remove(client));
    response.once('error', () => this.hub.remove(client)); // a broken connection is no error here
    begin(response);
    const { feed, hub, store, limits, clock } = this;
    const parts = { feed, hub, store, limits, now: () => clock.now() };
    resume(client, idIn(lastEventId), parts).catch((error: unknown) => {
      this.log.warn(`A live stream could not begin: ${String(error)}`);
      client.drop();
    });
  }

  private refuseWhenFull(userId: string, response: ServerResponse): void {
    const reason =
      this.hub.clients.size >= this.limits.clientsMax
        ? 'clients'
        : this.hub.clientsOf(userId) >= this.limits.clientsPerPersonMax
          ? 'clientsPerPerson'
          : null;
    if (reason === null) return;
    this.metrics.refused.inc({ reason });
    response.setHeader('retry-after', retryAfterSeconds);
    throw tooManyStreams();
  }
}

/** Nothing on the way may hold events back, keep them, or squeeze them together. */
function begin(response: ServerResponse): void {
  response.statusCode = 200;
  response.setHeader('content-type', 'text/event-stream; charset=utf-8');
  response.setHeader('cache-control', 'no-store, no-transform');
  response.setHeader('x-accel-buffering', 'no');
  response.flushHeaders();
  response.write(`retry: ${reconnectMilliseconds}\n\n`);
}

const idIn = (header: string | undefined): number | null =>
  header !== undefined && /^\d{1,15}$/.test(header) ? Number(header) : null;
