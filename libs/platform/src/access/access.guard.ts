import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { CLOCK, type Clock } from '../clock.js';
import type { Secret } from '../configuration/secret.js';
import { forbidden, unauthorized, wrongRegion } from './access-errors.js';
import { isSameSecret } from './access-token.js';
import { type Allowed, allowedKey, type RequestWithPrincipal } from './allow.decorator.js';
import { mayEnterRegion, type Principal } from './principal.js';
import { verifyPrincipal } from './signed-token.js';

/** Nest injection token of the access token (a Secret). */
export const ACCESS_TOKEN = Symbol('access token');
/** Nest injection token of the key that the gateway signs principals with (a Secret). */
export const SIGNING_KEY = Symbol('signing key');

interface GuardedRequest extends RequestWithPrincipal {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
}

/**
 * Lets a request pass whose bearer is the desk's token or a token signed by the gateway, when the route's rule (`Allow`)
 * names them, and only into regions that are theirs. No rule, no entry.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    @Inject(ACCESS_TOKEN) private readonly token: Secret,
    @Inject(SIGNING_KEY) private readonly signingKey: Secret,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(Reflector) private readonly reflector: Reflector,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const allowed = this.reflector.getAllAndOverride<readonly Allowed[] | undefined>(allowedKey, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (allowed?.includes('anyone')) return true;
    const request = context.switchToHttp().getRequest<GuardedRequest>();
    const principal = await this.identify(request.headers['authorization']);
    if (!principal) throw unauthorized();
    if (!allowed?.includes(principal.kind === 'machine' ? 'machine' : principal.role)) throw forbidden();
    if (regionsNamedIn(request).some((regionId) => !mayEnterRegion(principal, regionId))) throw wrongRegion();
    request.principal = principal;
    return true;
  }

  private async identify(header: string | string[] | undefined): Promise<Principal | null> {
    const given = typeof header === 'string' ? /^Bearer (\S{1,2048})$/.exec(header)?.[1] : undefined;
    if (given === undefined) return null;
    if (isSameSecret(given, this.token)) return { kind: 'machine' };
    return verifyPrincipal(given, this.signingKey, this.clock.now());
  }
}

/** Every place in which a request can name a region; a list is checked as a whole. */
function regionsNamedIn(request: GuardedRequest): string[] {
  const body = typeof request.body === 'object' && request.body !== null ? request.body : {};
  const named = [
    request.query?.['region'],
    request.params?.['regionId'],
    'region' in body ? body.region : undefined,
    'regionId' in body ? body.regionId : undefined,
  ];
  return named.flat().filter((each): each is string => typeof each === 'string');
}
