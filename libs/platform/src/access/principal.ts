import { type Person, Role } from '@kentongan/contracts';
import { z } from 'zod';

/** A signed-in person, as the gateway vouches for them towards the services. */
export const PersonPrincipal = z.object({
  kind: z.literal('person'),
  userId: z.string().min(1).max(64),
  name: z.string().min(1).max(200),
  role: Role,
  /** Empty = every region. */
  regionIds: z.array(z.string().max(48)).max(100),
  agencyId: z.string().max(64).nullable(),
});
export type PersonPrincipal = z.infer<typeof PersonPrincipal>;

/** Who asks: a person with a session, or a program with the desk's token (the operator's commands, feeders of posts). */
export type Principal = PersonPrincipal | { readonly kind: 'machine' };

export function mayEnterRegion(principal: Principal, regionId: string): boolean {
  if (principal.kind === 'machine' || principal.regionIds.length === 0) return true;
  return principal.regionIds.includes(regionId);
}

/** How records name who did something; the operator's commands sign as such. */
export function personOf(principal: Principal): Person {
  return principal.kind === 'machine'
    ? { userId: 'operator', name: 'Operator' }
    : { userId: principal.userId, name: principal.name };
}
