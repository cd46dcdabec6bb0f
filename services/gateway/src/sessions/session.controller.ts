import type { IncomingMessage, ServerResponse } from 'node:http';
import { ChangePasswordBody, LoginBody, Role, SessionView } from '@kentongan/contracts';
import { AccessGuard, Allow, Answers } from '@kentongan/platform';
import {
  Body,
  Controller,
  Delete,
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
import { insecureAddress, notSignedIn } from '../gateway-errors.js';
import { HeldBackFilter } from '../throttle/held-back.js';
import { type Browser, browserOf, signedIn, signedOut } from './browser.js';
import { type RequestSession, sessionOf } from './request-session.js';
import { keepsCookies } from './same-site.js';
import { SessionViews } from './session-views.js';
import { SignInService } from './sign-in.service.js';

/** Who is signed in here: the way in, the way out, and a new password. */
@Controller('api/session')
@UseGuards(AccessGuard)
@Allow(...Role.options)
@UsePipes(fieldPipe)
@UseFilters(HeldBackFilter)
export class SessionController {
  constructor(
    @Inject(SignInService) private readonly signIn: SignInService,
    @Inject(SessionViews) private readonly views: SessionViews,
    @Inject(GATEWAY_OPTIONS) private readonly options: GatewayOptions,
  ) {}

  @Get()
  @Answers(SessionView)
  session(@Req() request: IncomingMessage): SessionView {
    const { user, sessionId } = requiredSession(request);
    return this.views.of(user, sessionId);
  }

  @Post()
  @HttpCode(200)
  @Allow('anyone')
  @Answers(SessionView)
  async login(
    @Body({ schema: LoginBody }) { userName, password }: z.infer<typeof LoginBody>,
    @Req() request: IncomingMessage,
    @Res({ passthrough: true }) response: ServerResponse,
  ): Promise<SessionView> {
    if (!keepsCookies(request)) throw insecureAddress();
    const before = sessionOf(request);
    const { user, sessionId, device } = await this.signIn.signIn(userName, password, this.browser(request));
    // What this browser was signed in with ends: a session that somebody planted there is worth nothing.
    if (before) await this.signIn.signOut(before);
    signedIn(response, sessionId, device);
    return this.views.of(user, sessionId);
  }

  @Delete()
  @HttpCode(204)
  async logout(
    @Req() request: IncomingMessage,
    @Res({ passthrough: true }) response: ServerResponse,
  ): Promise<void> {
    await this.signIn.signOut(requiredSession(request));
    signedOut(response);
  }

  @Post('password')
  @HttpCode(200)
  @Answers(SessionView)
  async changePassword(
    @Body({ schema: ChangePasswordBody }) { current, next }: z.infer<typeof ChangePasswordBody>,
    @Req() request: IncomingMessage,
    @Res({ passthrough: true }) response: ServerResponse,
  ): Promise<SessionView> {
    const session = requiredSession(request);
    const changed = await this.signIn.changePassword(session, current, next, this.browser(request));
    signedIn(response, changed.sessionId, changed.device);
    return this.views.of(changed.user, changed.sessionId);
  }

  private browser(request: IncomingMessage): Browser {
    return browserOf(request, this.options.trustedProxies ?? 0);
  }
}

/** A signed token without a cookie is no session: it has nothing to show or to end. */
function requiredSession(request: IncomingMessage): RequestSession {
  const session = sessionOf(request);
  if (!session) throw notSignedIn();
  return session;
}
