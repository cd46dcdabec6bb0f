import { monitorEventLoopDelay } from 'node:perf_hooks';
import { allStreams, SystemView } from '@kentongan/contracts';
import { DATABASE_POOL } from '@kentongan/database';
import { LiveHub } from '@kentongan/gateway';
import { type Redriven, redrive, type StreamPort } from '@kentongan/messaging';
import { STREAM_PORT } from '@kentongan/messaging/nest';
import { AccessGuard, Allow, Answers, METRICS, type Metrics } from '@kentongan/platform';
import {
  Controller,
  Get,
  Header,
  HttpCode,
  Inject,
  NotFoundException,
  Post,
  Query,
  UseGuards,
} from '@nestjs/common';
import type pg from 'pg';
import { z } from 'zod';
import { SYSTEM_FACTS, type SystemFacts, systemState } from './system-state.js';

/** The event loop's figure is the 99th percentile of its delay since the last question. */
const SystemStateView = SystemView.pick({
  uptimeSeconds: true,
  eventLoopP99Milliseconds: true,
  residentMegabytes: true,
});
const RedrivenView = z.object({ redriven: z.int(), passedOver: z.int() });

const resolutionMilliseconds = 10;

/** Is it up, is it ready, how is it doing. */
@Controller()
@UseGuards(AccessGuard)
@Allow('machine', 'admin')
export class SystemController {
  private readonly delay = monitorEventLoopDelay({ resolution: resolutionMilliseconds });

  constructor(
    @Inject(DATABASE_POOL) private readonly pool: pg.Pool,
    @Inject(METRICS) private readonly metrics: Metrics,
    @Inject(STREAM_PORT) private readonly port: StreamPort,
    @Inject(SYSTEM_FACTS) private readonly facts: SystemFacts,
    @Inject(LiveHub) private readonly liveHub: LiveHub,
  ) {
    this.delay.enable();
  }

  @Get('health/live')
  @Allow('anyone')
  @HttpCode(204)
  live(): void {}

  @Get('health/ready')
  @Allow('anyone')
  async ready(): Promise<{ ready: true }> {
    await this.pool.query('SELECT 1');
    return { ready: true };
  }

  @Get('metrics')
  @Header('Content-Type', 'text/plain; version=0.0.4')
  prometheus(): Promise<string> {
    return this.metrics.registry.metrics();
  }

  @Get('api/system')
  @Answers(SystemStateView)
  measured(): z.infer<typeof SystemStateView> {
    const eventLoopP99Milliseconds = Math.max(0, this.delay.percentile(99) / 1e6 - resolutionMilliseconds);
    this.delay.reset();
    return {
      uptimeSeconds: Math.round(process.uptime()),
      eventLoopP99Milliseconds: Math.round(eventLoopP99Milliseconds * 10) / 10,
      residentMegabytes: Math.round(process.memoryUsage().rss / 2 ** 20),
    };
  }

  @Get('api/system/state')
  @Answers(SystemView)
  state(): Promise<SystemView> {
    const parts = { pool: this.pool, port: this.port, liveClients: this.liveHub.clients.size };
    return systemState(this.facts, parts, this.measured());
  }

  /** Dead letters go back to where they came from; running it twice has one effect. */
  @Post('api/system/redrive')
  @HttpCode(200)
  @Answers(RedrivenView)
  redrive(@Query('stream') name?: string): Promise<Redriven> {
    const stream = allStreams.find((each) => each.name === name);
    if (stream) return redrive(this.port, stream);
    const names = allStreams.map((each) => each.name).join(', ');
    throw new NotFoundException({
      error: {
        code: 'unknownStream',
        message: {
          id: `Aliran itu tidak ada. Pilih: ${names}.`,
          en: `There is no such stream. Choose: ${names}.`,
        },
      },
    });
  }
}
