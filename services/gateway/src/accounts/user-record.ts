import type { Role, UserView } from '@kentongan/contracts';
import type { PersonPrincipal } from '@kentongan/platform';

/** One account as the table holds it. */
export interface UserRecord {
  readonly userId: string;
  readonly userName: string;
  readonly name: string;
  readonly role: Role;
  readonly regionIds: string[];
  readonly agencyId: string | null;
  readonly isActive: boolean;
  readonly passwordHash: string;
  readonly mustChangePassword: boolean;
  /** Until when a one-time password opens; null when the person chose the password. */
  readonly oneTimeUntil: Date | null;
}

/** The columns of a UserRecord; `u` is the table. */
export const userColumns = `u.user_id AS "userId", u.user_name AS "userName", u.name, u.role,
  u.region_ids AS "regionIds", u.agency_id AS "agencyId", u.is_active AS "isActive",
  u.password_hash AS "passwordHash", u.must_change_password AS "mustChangePassword", u.one_time_until AS "oneTimeUntil"`;

/** What leaves the service: listed field by field, so that a new column stays inside. */
export function viewOf(user: UserRecord): UserView {
  const { userId, userName, name, role, regionIds, agencyId, isActive } = user;
  return { userId, userName, name, role, regionIds, agencyId, isActive };
}

export function principalOf(user: UserRecord): PersonPrincipal {
  const { userId, name, role, regionIds, agencyId } = user;
  return { kind: 'person', userId, name, role, regionIds, agencyId };
}
