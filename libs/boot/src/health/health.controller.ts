import { AccessGuard, Allow } from '@kentongan/platform';
import {
  Controller,
  Get,
  HttpCode,
  HttpException,
  HttpStatus,
  Inject,
  Optional,
  UseGuards,
} from '@nestjs/common';
import { Health, type Readiness } from './health.js';

/** What a service adds to its readiness: things that are worth knowing and no reason to be taken out of service. */
export type ReadinessDetails = () => Promise<object>;
export const READINESS_DETAILS = Symbol('readiness details');

/** Is it up, is it ready: asked by whoever keeps processes running, without a session. */
@Controller('health')
@UseGuards(AccessGuard)
@Allow('anyone')
export class HealthController {
  constructor(
    @Inject(Health) private readonly health: Health,
    @Optional() @Inject(READINESS_DETAILS) private readonly details: ReadinessDetails | null,
  ) {}

  @Get('live')
  @HttpCode(HttpStatus.NO_CONTENT)
  live(): void {}

  /** 503 with the names of what fails while the process cannot do its work. */
  @Get('ready')
  async ready(): Promise<Readiness> {
    const readiness = { ...(await this.health.readiness()), ...(await this.details?.()) };
    if (readiness.ready) return readiness;
    const what = [...readiness.failing, ...readiness.catchingUp.map((stream) => `catching up ${stream}`)];
    const error = {
      code: 'notReady',
      message: {
        id: `Belum siap: ${what.join(', ')}.`,
        en: `Not ready: ${what.join(', ')}.`,
      },
    };
    throw new HttpException({ ...readiness, error }, HttpStatus.SERVICE_UNAVAILABLE);
  }
}
