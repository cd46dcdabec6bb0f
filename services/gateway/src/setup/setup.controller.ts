import type { IncomingMessage, ServerResponse } from 'node:http';
import { SessionView, SetupBody, SetupState } from '@kentongan/contracts';
import { AccessGuard, Allow, Answers } from '@kentongan/platform';
import {
  Body,
  Controller,
  Get,
  HttpCode,
  Inject,
  Post,
  Req,
  Res,
  UseFilters,
  UseGuards,
  UsePipes,
} from '@nestjs/common';
import type { z } from 'zod';
import { fieldPipe } from '../field.pipe.js';
import { GATEWAY_OPTIONS, type GatewayOptions } from '../gateway.options.js';
import { insecureAddress } from '../gateway-errors.js';
import { browserOf, signedIn } from '../sessions/browser.js';
import { keepsCookies } from '../sessions/same-site.js';
import { SessionViews } from '../sessions/session-views.js';
import { HeldBackFilter } from '../throttle/held-back.js';
import { SetupService } from './setup.service.js';

/** The first start: who has the code of the log becomes the administrator and is signed in. */
@Controller('api/setup')
@UseGuards(AccessGuard)
@Allow('anyone')
@UsePipes(fieldPipe)
@UseFilters(HeldBackFilter)
export class SetupController {
  constructor(
    @Inject(SetupService) private readonly setup: SetupService,
    @Inject(SessionViews) private readonly views: SessionViews,
    @Inject(GATEWAY_OPTIONS) private readonly options: GatewayOptions,
  ) {}

  @Get()
  @Answers(SetupState)
  async state(): Promise<z.infer<typeof SetupState>> {
    return { isSetUp: await this.setup.isSetUp() };
  }

  @Post()
  @HttpCode(200)
  @Answers(SessionView)
  async setUp(
    @Body({ schema: SetupBody }) body: z.infer<typeof SetupBody>,
    @Req() request: IncomingMessage,
    @Res({ passthrough: true }) response: ServerResponse,
  ): Promise<SessionView> {
    if (!keepsCookies(request)) throw insecureAddress();
    const browser = browserOf(request, this.options.trustedProxies ?? 0);
    const { user, sessionId, device } = await this.setup.setUp(body, browser);
    signedIn(response, sessionId, device);
    return this.views.of(user, sessionId);
  }
}
