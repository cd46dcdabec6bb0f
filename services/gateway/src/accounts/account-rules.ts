import type { Role } from '@kentongan/contracts';
import type { Principal } from '@kentongan/platform';

/** Roles for which no region means every region. For the others an empty list is a slip that would open all. */
const everywhereRoles: ReadonlySet<Role> = new Set(['admin', 'auditor']);

export interface AccountScope {
  readonly role: Role;
  readonly regionIds: readonly string[];
  readonly agencyId: string | null;
}

export type ScopeProblem = 'regionsNeeded' | 'agencyNeeded';

export function scopeProblem({ role, regionIds, agencyId }: AccountScope): ScopeProblem | null {
  if (regionIds.length === 0 && !everywhereRoles.has(role)) return 'regionsNeeded';
  return role === 'agency' && !agencyId ? 'agencyNeeded' : null;
}

/** An administrator of some regions manages the accounts that reach no further than these. */
export function mayManage(principal: Principal, regionIds: readonly string[]): boolean {
  if (principal.kind === 'machine' || principal.regionIds.length === 0) return true;
  return regionIds.length > 0 && regionIds.every((regionId) => principal.regionIds.includes(regionId));
}
