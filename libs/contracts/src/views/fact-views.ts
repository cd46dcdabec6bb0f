import { z } from 'zod';
import { Person } from '../desk.js';
import { Instant, RegionId } from '../event.js';
import { Fact } from '../facts.js';

/** What happened to a fact; `published`: one of the desk's own clarifications. */
export const FactChange = z.enum(['imported', 'created', 'edited', 'withdrawn', 'published']);
export type FactChange = z.infer<typeof FactChange>;

/** A fact of the memory with its history in short. */
export const FactItem = z.object({
  fact: Fact,
  /** `*` = national, it holds for every region. */
  regionId: z.string().max(48),
  /** Rises with every change; an edit names the version it was made on. */
  version: z.int().positive(),
  change: FactChange,
  /** Null for what was imported before persons were recorded. */
  changedBy: Person.nullable(),
  changedAt: Instant,
});
export type FactItem = z.infer<typeof FactItem>;

/** GET /api/facts?region=R&q=words: the region's own and the national ones, newest first. */
export const FactListParameters = z.strictObject({
  region: RegionId,
  q: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().max(500).optional(),
});

export const FactList = z.object({
  facts: z.array(FactItem).max(100),
  nextCursor: z.string().nullable(),
});
export type FactList = z.infer<typeof FactList>;

/** GET /api/facts/ID: newest version first, at most 50. */
export const FactView = FactItem.extend({
  versions: z
    .array(
      z.object({
        version: z.int().positive(),
        change: FactChange,
        by: Person.nullable(),
        at: Instant,
        /** Null when it was withdrawn. */
        fact: Fact.nullable(),
      }),
    )
    .max(50),
});
export type FactView = z.infer<typeof FactView>;

const factWords = {
  title: z.string().trim().min(3).max(1_000),
  hoaxText: z.string().trim().max(20_000).optional(),
  conclusion: z.string().trim().max(20_000).optional(),
  url: z
    .url({ protocol: /^https?$/ })
    .max(2_000)
    .optional(),
  publisher: z.string().trim().max(200).optional(),
  publishedAt: Instant.optional(),
};

/** POST /api/facts */
export const CreateFactBody = z.strictObject({
  region: RegionId,
  /** True: it holds for every region. */
  isNational: z.boolean().default(false),
  ...factWords,
});

/** PUT /api/facts/ID: the whole fact anew; `version` is the one that was edited. */
export const EditFactBody = z.strictObject({ version: z.int().positive(), ...factWords });
