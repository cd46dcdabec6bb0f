import type { Role } from '@kentongan/contracts';
import { applyDecorators, createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { Principal } from './principal.js';

/** `machine`: a program with the desk's token. `anyone`: no proof asked, health checks and the way in. */
export type Allowed = Role | 'machine' | 'anyone';

export const allowedKey = 'kentongan:allowed';

/** Who may call this route. A route without this rule is refused to all, and a test names it. */
export const Allow = (...allowed: readonly Allowed[]) => applyDecorators(SetMetadata(allowedKey, allowed));

/** Every role that works at a desk; agencies see only what concerns them, on routes of their own. */
export const deskRoles = [
  'officer',
  'leader',
  'analyst',
  'auditor',
  'admin',
] as const satisfies readonly Role[];

export interface RequestWithPrincipal {
  principal?: Principal;
}

/** The handler's parameter: who asks. */
export const Who = createParamDecorator((_: unknown, context: ExecutionContext): Principal => {
  const { principal } = context.switchToHttp().getRequest<RequestWithPrincipal>();
  if (!principal) throw new Error('a route for anyone asks who it is');
  return principal;
});
