import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { AccessGuard, Allow, CLOCK, type Clock } from '@kentongan/platform';
import { Controller, HttpException, Inject, Logger, Post, Query, Req, Res, UseGuards } from '@nestjs/common';
import { CollectorRuntime } from './collector.runtime.js';
import { ingestStream } from './ingest/ingest-stream.js';
import { OutcomeWriter } from './ingest/outcome-writer.js';
import type { IngestTarget } from './ingest/post-ingest.js';
import { discardRest, requestBody } from './ingest/request-body.js';
import { bodyFormat, ingestQuery, refuseRegion, tooManyRequests, unavailable } from './ingest-request.js';

/** The door for posts: NDJSON in, one outcome a line out, in order, each written once its line is durable. */
@Controller('api/posts')
@UseGuards(AccessGuard)
@Allow('machine', 'admin')
export class PostsController {
  private readonly log = new Logger('Collector');
  private requests = 0;

  constructor(
    @Inject(CollectorRuntime) private readonly collector: CollectorRuntime,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  async ingest(
    @Query() query: Record<string, unknown>,
    @Req() request: IncomingMessage & { readonly body?: unknown },
    @Res() response: ServerResponse,
  ): Promise<void> {
    if (this.requests >= this.collector.limits.requestsMax) throw tooManyRequests(response);
    this.requests += 1;
    try {
      const target = await this.target(query);
      await this.stream(target, request, response);
    } finally {
      this.requests -= 1;
    }
  }

  private async target(query: Record<string, unknown>): Promise<IngestTarget> {
    const { region, source, mode } = ingestQuery(query);
    const found = await this.collector.regions.resolve(region, mode).catch((error: Error) => {
      this.log.error(`Posts cannot be taken: ${error.message}`);
      throw unavailable();
    });
    if (typeof found === 'string') throw refuseRegion(region, found);
    return {
      regionId: region,
      mode: found.mode,
      sourceId: source,
      correlationId: randomUUID(),
      isEditedByFirstFinderOnly: false,
    };
  }

  private async stream(
    target: IngestTarget,
    request: IncomingMessage & { readonly body?: unknown },
    response: ServerResponse,
  ): Promise<void> {
    const { ingest, limits } = this.collector;
    const writer = new OutcomeWriter(response, limits.idleMilliseconds);
    const body = requestBody(request, bodyFormat(request.headers));
    try {
      const summary = await ingestStream(body, target, (outcomes) => writer.write(outcomes), {
        ingest,
        limits,
        clock: this.clock,
      });
      this.collector.count(summary);
      await writer.write([summary]);
      response.end();
      if (summary.stopped !== undefined) discardRest(request);
    } catch (error) {
      this.fail(error, request, response);
    }
  }

  /** Before the first outcome there is still a status to send; after it only a cut tells that lines are missing. */
  private fail(error: unknown, request: IncomingMessage, response: ServerResponse): void {
    if (error instanceof HttpException) throw error;
    const isSenderGone = request.destroyed && !request.complete;
    if (!isSenderGone) this.log.error(`Posts could not be stored: ${(error as Error).message}`);
    if (!isSenderGone && !response.headersSent) throw unavailable();
    response.destroy();
  }
}
