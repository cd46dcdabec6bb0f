import type { IssueCard } from '@kentongan/contracts';
import { mayEnterRegion, type Principal } from '@kentongan/platform';

type Seen = Pick<IssueCard, 'regionId' | 'agencyId'>;

/** Who may see an issue: everybody of its region's desk; of an agency only those whom it concerns. */
export function maySee(principal: Principal, card: Seen): boolean {
  if (!mayEnterRegion(principal, card.regionId)) return false;
  if (principal.kind === 'machine' || principal.role !== 'agency') return true;
  return principal.agencyId !== null && principal.agencyId === card.agencyId;
}
