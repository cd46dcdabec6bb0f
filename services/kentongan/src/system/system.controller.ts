import { monitorEventLoopDelay } from 'node:perf_hooks';
import { allStreams } from '@kentongan/contracts';
import { DATABASE_POOL } from '@kentongan/database';
import { type Redriven, redrive, type StreamPort } from '@kentongan/messaging';
import { STREAM_PORT } from '@kentongan/messaging/nest';
import { AccessGuard, METRICS, type Metrics } from '@kentongan/platform';
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

interface SystemState {
  readonly uptimeSeconds: number;
  /** 99th percentile of the event loop's delay since the last question. */
  readonly eventLoopP99Milliseconds: number;
  readonly residentMegabytes: number;
}

const resolutionMilliseconds = 10;

/** Is it up, is it ready, how is it doing. */
@Controller()
export class SystemController {
  private readonly delay = monitorEventLoopDelay({ resolution: resolutionMilliseconds });

  constructor(
    @Inject(DATABASE_POOL) private readonly pool: pg.Pool,
    @Inject(METRICS) private readonly metrics: Metrics,
    @Inject(STREAM_PORT) private readonly port: StreamPort,
  ) {
    this.delay.enable();
  }

  @Get('health/live')
  @HttpCode(204)
  live(): void {}

  @Get('health/ready')
  async ready(): Promise<{ ready: true }> {
    await this.pool.query('SELECT 1');
    return { ready: true };
  }

  @Get('metrics')
  @UseGuards(AccessGuard)
  @Header('Content-Type', 'text/plain; version=0.0.4')
  prometheus(): Promise<string> {
    return this.metrics.registry.metrics();
  }

  @Get('api/system')
  @UseGuards(AccessGuard)
  state(): SystemState {
    const eventLoopP99Milliseconds = Math.max(0, this.delay.percentile(99) / 1e6 - resolutionMilliseconds);
    this.delay.reset();
    return {
      uptimeSeconds: Math.round(process.uptime()),
      eventLoopP99Milliseconds: Math.round(eventLoopP99Milliseconds * 10) / 10,
      residentMegabytes: Math.round(process.memoryUsage().rss / 2 ** 20),
    };
  }

  /** Dead letters go back to where they came from; running it twice has one effect. */
  @Post('api/system/redrive')
  @HttpCode(200)
  @UseGuards(AccessGuard)
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
