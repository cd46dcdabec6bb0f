import { monitorEventLoopDelay } from 'node:perf_hooks';
import { allStreams, SystemView } from '@kentongan/contracts';
import { DATABASE_POOL } from '@kentongan/database';
import { type Redriven, redrive, type StreamPort } from '@kentongan/messaging';
import { STREAM_PORT } from '@kentongan/messaging/nest';
import { AccessGuard, Allow, Answers } from '@kentongan/platform';
import { Controller, Get, HttpCode, Inject, NotFoundException, Post, Query, UseGuards } from '@nestjs/common';
import type pg from 'pg';
import { z } from 'zod';
import { GATEWAY_OPTIONS, type GatewayOptions } from '../gateway.options.js';
import { LiveHub } from '../live/index.js';
import { ServiceDirectory } from '../routing/service-directory.js';
import { systemState } from './system-state.js';

/** The event loop's figure is the 99th percentile of its delay since the last question. */
const SystemStateView = SystemView.pick({
  uptimeSeconds: true,
  eventLoopP99Milliseconds: true,
  residentMegabytes: true,
});
const RedrivenView = z.object({ redriven: z.int(), passedOver: z.int() });

const resolutionMilliseconds = 10;

/** How the desk is doing, for its operator. */
@Controller('api/system')
@UseGuards(AccessGuard)
@Allow('machine', 'admin')
export class SystemController {
  private readonly delay = monitorEventLoopDelay({ resolution: resolutionMilliseconds });

  constructor(
    @Inject(DATABASE_POOL) private readonly pool: pg.Pool,
    @Inject(STREAM_PORT) private readonly port: StreamPort,
    @Inject(GATEWAY_OPTIONS) private readonly options: GatewayOptions,
    @Inject(ServiceDirectory) private readonly directory: ServiceDirectory,
    @Inject(LiveHub) private readonly liveHub: LiveHub,
  ) {
    this.delay.enable();
  }

  @Get()
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

  @Get('state')
  @Answers(SystemView)
  state(): Promise<SystemView> {
    const { pool, port, directory, options } = this;
    const facts = {
      databaseKind: options.databaseKind ?? 'server',
      dataDirectory: options.dataDirectory,
    } as const;
    const parts = { pool, port, directory, liveClients: this.liveHub.clients.size };
    return systemState(facts, parts, this.measured());
  }

  /** Dead letters go back to where they came from; running it twice has one effect. */
  @Post('redrive')
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
