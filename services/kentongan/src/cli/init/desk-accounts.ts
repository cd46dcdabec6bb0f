import type { CreatedUserView, CreateUserBody, UserView } from '@kentongan/contracts';
import type { z } from 'zod';
import { askDesk, type DeskAddress } from '../desk/desk-api.js';

export interface Account {
  readonly userId: string;
  readonly userName: string;
  readonly name: string;
  readonly role: string;
  readonly state: 'created' | 'changed' | 'unchanged';
  /** Null when the account was there before. */
  readonly oneTimePassword: string | null;
}

/** Makes the account, or brings the one of that name in line with what is wanted. */
export async function settleAccount(
  desk: DeskAddress,
  wanted: z.infer<typeof CreateUserBody>,
  existing: UserView | undefined,
): Promise<Account> {
  if (!existing) {
    const made = await askDesk<z.infer<typeof CreatedUserView>>(desk, 'POST', '/api/users', wanted);
    return accountOf(made.user, 'created', made.oneTimePassword);
  }
  const change = changeOf(existing, wanted);
  if (Object.keys(change).length === 0) return accountOf(existing, 'unchanged', null);
  const changed = await askDesk<UserView>(desk, 'PATCH', `/api/users/${existing.userId}`, change);
  return accountOf(changed, 'changed', null);
}

/** Regions are added, never taken away: the same officer may serve another desk. None at all means all of them. */
function changeOf(existing: UserView, wanted: z.infer<typeof CreateUserBody>): Partial<UserView> {
  const { name, role, agencyId, regionIds } = wanted;
  const hasAll = existing.regionIds.length === 0;
  const more = regionIds.filter((regionId) => !existing.regionIds.includes(regionId));
  return {
    ...(existing.name !== name && { name }),
    ...(existing.role !== role && { role }),
    ...(existing.agencyId !== agencyId && { agencyId }),
    ...(!hasAll && more.length > 0 && { regionIds: [...existing.regionIds, ...more] }),
  };
}

function accountOf(user: UserView, state: Account['state'], oneTimePassword: string | null): Account {
  const { userId, userName, name, role } = user;
  return { userId, userName, name, role, state, oneTimePassword };
}
