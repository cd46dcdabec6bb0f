import { Agency, CreateUserBody, FeedSettings } from '@kentongan/contracts';
import { subjectLabels } from '@kentongan/language';
import { z } from 'zod';
import type { RowForm } from './read-rows.js';
import { listIn } from './read-table.js';

const Subject = z.enum(Object.keys(subjectLabels) as [string, ...string[]]);
const PlaceCode = z
  .string()
  .regex(/^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$/, 'a code looks like 33.74, 33.74.06 or 33.74.06.1001');

const filled = (text: string): string | undefined => (text === '' ? undefined : text);

export const agencyRows: RowForm<'id' | 'name' | 'subjects' | 'places' | 'contact', Agency> = {
  columns: ['id', 'name', 'subjects', 'places', 'contact'],
  optional: ['subjects', 'places', 'contact'],
  schema: Agency.extend({ subjects: z.array(Subject).max(30), placeCodes: z.array(PlaceCode).max(50) }),
  columnOf: {
    agencyId: 'id',
    name: 'name',
    subjects: 'subjects',
    placeCodes: 'places',
    publicContact: 'contact',
  },
  id: 'id',
  toInput: ({ id, name, subjects, places, contact }) => ({
    agencyId: id,
    name,
    subjects: listIn(subjects),
    placeCodes: listIn(places),
    publicContact: filled(contact),
  }),
};

export const feedRows: RowForm<'id' | 'name' | 'url', FeedSettings> = {
  columns: ['id', 'name', 'url'],
  optional: [],
  schema: FeedSettings.extend({
    name: z.string().min(1).max(200),
    url: z.url({ protocol: /^https?$/, error: 'an address begins with https:// or http://' }).max(2_000),
  }),
  columnOf: { sourceId: 'id', name: 'name', url: 'url' },
  id: 'id',
  toInput: ({ id, name, url }) => ({ sourceId: id, name, url }),
};

const OnDuty = z.stringbool({
  truthy: ['ya', 'yes', 'true', '1', 'y'],
  falsy: ['tidak', 'no', 'false', '0', 'n', ''],
  error: 'write ya or tidak',
});

export const Officer = z.object({
  ...CreateUserBody.omit({ regionIds: true }).shape,
  onDuty: OnDuty,
});
export type Officer = z.infer<typeof Officer>;

export const officerRows: RowForm<'userName' | 'name' | 'role' | 'agencyId' | 'onDuty', Officer> = {
  columns: ['userName', 'name', 'role', 'agencyId', 'onDuty'],
  optional: ['agencyId', 'onDuty'],
  schema: Officer.refine(({ role, agencyId }) => role !== 'agency' || agencyId !== null, {
    path: ['agencyId'],
    error: 'an account of an agency needs the id of its agency',
  }),
  columnOf: {
    userName: 'userName',
    name: 'name',
    role: 'role',
    agencyId: 'agencyId',
    onDuty: 'onDuty',
  },
  id: 'userName',
  toInput: ({ agencyId, ...cells }) => ({ ...cells, agencyId: filled(agencyId) ?? null }),
};
