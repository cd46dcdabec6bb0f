import { z } from 'zod';
import { Role } from '../desk.js';
import { RegionMode } from '../regions.js';

export const passwordCharactersMin = 12;
export const passwordCharactersMax = 200;

const UserName = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{2,63}$/);
const Password = z.string().min(passwordCharactersMin).max(passwordCharactersMax);

export const LoginBody = z.strictObject({
  userName: UserName,
  password: z.string().min(1).max(passwordCharactersMax),
});

export const ChangePasswordBody = z.strictObject({
  current: z.string().min(1).max(passwordCharactersMax),
  next: Password,
});

export const SessionView = z.object({
  user: z.object({
    userId: z.string(),
    userName: z.string(),
    name: z.string(),
    role: Role,
    agencyId: z.string().nullable(),
    /** A one-time password was used: nothing else works until a new one is set. */
    mustChangePassword: z.boolean(),
  }),
  regions: z.array(
    z.object({ regionId: z.string(), name: z.string(), mode: RegionMode, timeZone: z.string() }),
  ),
  /** Sent back in the header X-CSRF-Token with everything that changes something. */
  csrfToken: z.string(),
  /** The desk shows the simulated demo day: the interface says so on every screen. */
  isDemo: z.boolean(),
});
export type SessionView = z.infer<typeof SessionView>;

export const UserView = z.object({
  userId: z.string(),
  userName: z.string(),
  name: z.string(),
  role: Role,
  /** Empty = all regions (admin, auditor). */
  regionIds: z.array(z.string()),
  agencyId: z.string().nullable(),
  isActive: z.boolean(),
});
export type UserView = z.infer<typeof UserView>;

export const CreateUserBody = z.strictObject({
  userName: UserName,
  name: z.string().trim().min(1).max(200),
  role: Role,
  regionIds: z.array(z.string().max(48)).max(100).default([]),
  agencyId: z.string().max(64).nullable().default(null),
});

/** Only what is named changes. A change of role, of regions or to inactive ends every session of that person. */
export const UpdateUserBody = z.strictObject({
  name: z.string().trim().min(1).max(200).optional(),
  role: Role.optional(),
  regionIds: z.array(z.string().max(48)).max(100).optional(),
  agencyId: z.string().max(64).nullable().optional(),
  isActive: z.boolean().optional(),
});
export type UpdateUserBody = z.infer<typeof UpdateUserBody>;

/** The one-time password is shown once and stored nowhere. */
export const CreatedUserView = z.object({ user: UserView, oneTimePassword: z.string() });

export const SetupState = z.object({ isSetUp: z.boolean() });
/** First start: the code stands in the log and in DATA/setup-code, so that a passer-by cannot take the desk over. */
export const SetupBody = z.strictObject({
  setupCode: z.string().trim().min(6).max(100),
  userName: UserName,
  name: z.string().trim().min(1).max(200),
  password: Password,
});

export const SavedSearch = z.object({
  searchId: z.string().max(64),
  name: z.string().trim().min(1).max(200),
  /** The query string of the archive page. */
  query: z.string().max(4_000),
});
export type SavedSearch = z.infer<typeof SavedSearch>;
export const SavedSearchParameters = z.strictObject({ region: z.string().max(48) });
export const SavedSearchBody = z.strictObject(
  SavedSearch.omit({ searchId: true }).extend({ region: z.string().max(48) }).shape,
);
