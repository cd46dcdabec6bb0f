import type { FactItem } from '@kentongan/contracts';
import { mayEnterRegion, type Principal } from '@kentongan/platform';
import { nationalRegionId } from './fact-events.js';

type Owned = Pick<FactItem, 'regionId' | 'sharedBy'>;

const changingRoles: ReadonlySet<string> = new Set(['officer', 'admin']);
/** Sharing speaks for the region towards all others. */
const sharingRoles: ReadonlySet<string> = new Set(['leader', 'admin']);

/** What holds for every region is brought in by the operator or an administrator, not by one desk's officer. */
export function mayChangeNational(principal: Principal): boolean {
  return principal.kind === 'machine' || principal.role === 'admin';
}

/** Whether the fact is there for this person at all. */
export function maySeeFact({ regionId }: Owned, principal: Principal): boolean {
  return regionId === nationalRegionId || mayEnterRegion(principal, regionId);
}

/** A region's facts are its own, shared or not; those national from the start belong to every desk. */
export function isOwnFact({ regionId, sharedBy }: Owned, principal: Principal): boolean {
  const owner = sharedBy ?? regionId;
  return owner === nationalRegionId || mayEnterRegion(principal, owner);
}

export function mayChangeFact(item: Owned, principal: Principal): boolean {
  return isOwnFact(item, principal) && (principal.kind === 'machine' || changingRoles.has(principal.role));
}

export function mayShareFact(item: Owned, principal: Principal): boolean {
  const isRegional = (item.sharedBy ?? item.regionId) !== nationalRegionId;
  const mayShare = principal.kind === 'machine' || sharingRoles.has(principal.role);
  return isRegional && isOwnFact(item, principal) && mayShare;
}
