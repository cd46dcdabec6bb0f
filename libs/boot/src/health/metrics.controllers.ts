import { AccessGuard, Allow, METRICS, type Metrics } from '@kentongan/platform';
import { Controller, Get, Header, Inject, UseGuards } from '@nestjs/common';

const contentType = 'text/plain; version=0.0.4';

/** Figures of the whole desk in one process, whose door is open to the world: the operator's token is asked for. */
@Controller('metrics')
@UseGuards(AccessGuard)
@Allow('machine', 'admin')
export class MetricsController {
  constructor(@Inject(METRICS) private readonly metrics: Metrics) {}

  @Get()
  @Header('Content-Type', contentType)
  metricsText(): Promise<string> {
    return this.metrics.registry.metrics();
  }
}

/** Figures of one service of a fleet, for the Prometheus beside it: counts and times, and nobody's words. */
@Controller('metrics')
@UseGuards(AccessGuard)
@Allow('anyone')
export class OpenMetricsController {
  constructor(@Inject(METRICS) private readonly metrics: Metrics) {}

  @Get()
  @Header('Content-Type', contentType)
  metricsText(): Promise<string> {
    return this.metrics.registry.metrics();
  }
}
