import { z } from 'zod';
import { HoaxMatchLevel } from '../analysis.js';
import { Person } from '../desk.js';
import { Instant, RegionId } from '../event.js';
import { Fact } from '../facts.js';

/** What happened to a fact; `published`: one of the desk's own clarifications. */
export const FactChange = z.enum([
  'imported',
  'created',
  'edited',
  'withdrawn',
  'published',
  'shared',
  'unshared',
  'merged',
  'unmerged',
]);
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
  /** Whose it was before it was shared with every region; null for what was national from the start, or is not shared. */
  sharedBy: z.string().max(48).nullable(),
  /** The fact that this one is a duplicate of. */
  mergedInto: z.string().max(200).nullable(),
  /** How it came in; null for what was written here. */
  import: z
    .object({ importId: z.string(), source: z.string().nullable(), licence: z.string().nullable() })
    .nullable(),
});
export type FactItem = z.infer<typeof FactItem>;

/** GET /api/facts?region=R&q=words: the region's own and the national ones, newest first. */
export const FactListParameters = z.strictObject({
  region: RegionId,
  q: z.string().max(200).optional(),
  /** `own`: the region's; `shared`: the region's that every region sees; `merged`: duplicates, which else are hidden. */
  show: z.enum(['all', 'own', 'shared', 'national', 'merged']).default('all'),
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
  /** Duplicates that were merged into this one. */
  duplicates: z.array(z.object({ factId: z.string(), title: z.string() })).max(50),
  /** Whether this person may change it: the buttons follow. */
  mayChange: z.boolean(),
  mayShare: z.boolean(),
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

/** POST /api/facts/ID/share: every region sees it from now on, or (`isShared: false`) its own alone again. */
export const ShareFactBody = z.strictObject({ version: z.int().positive(), isShared: z.boolean() });

/** POST /api/facts/ID/merge: a duplicate of `intoFactId`; null takes that back. */
export const MergeFactBody = z.strictObject({
  version: z.int().positive(),
  intoFactId: z.string().min(1).max(200).nullable(),
});

/** PUT /api/facts/ID/judgements: whether this post is about this fact, as a person sees it; null takes it back. */
export const JudgeMatchBody = z.strictObject({
  region: RegionId,
  postId: z.string().min(1).max(300),
  level: HoaxMatchLevel,
  agrees: z.boolean().nullable(),
});

/** What people said about matches. `issues` are those opened about the fact, by what the desk decided. */
const Agreement = z.object({ agreed: z.int(), disagreed: z.int() });

/** GET /api/facts/ID/judgements?region=R */
export const FactJudgements = z.object({
  levels: z.array(Agreement.extend({ level: HoaxMatchLevel })).max(3),
  issues: Agreement.extend({ open: z.int() }),
  /** Newest first. */
  posts: z
    .array(
      z.object({ postId: z.string(), level: HoaxMatchLevel, agrees: z.boolean(), by: Person, at: Instant }),
    )
    .max(200),
});
export type FactJudgements = z.infer<typeof FactJudgements>;

/** GET /api/facts/precision?region=R: by month of the judgement, newest first, at most 24. */
export const PrecisionMonths = z.object({
  months: z
    .array(
      z.object({
        month: z.string().regex(/^\d{4}-\d{2}$/),
        levels: z.array(Agreement.extend({ level: HoaxMatchLevel })).max(3),
      }),
    )
    .max(24),
});
export type PrecisionMonths = z.infer<typeof PrecisionMonths>;

/** Who brought what in, when, under which licence, and what became of it. */
export const FactImport = z.object({
  importId: z.string(),
  /** `*` = for every region. */
  regionId: z.string().max(48),
  fileName: z.string().max(200).nullable(),
  source: z.string().max(40).nullable(),
  licence: z.string().max(200).nullable(),
  forms: z.array(z.string().max(40)).max(8),
  by: Person,
  startedAt: Instant,
  /** Null while it runs, or when it broke off: what was recorded until then stays. */
  finishedAt: Instant.nullable(),
  state: z.enum(['running', 'finished', 'broken']),
  read: z.int(),
  recorded: z.int(),
  unchanged: z.int(),
  refused: z.int(),
});
export type FactImport = z.infer<typeof FactImport>;

/** GET /api/facts/imports?region=R: newest first. */
export const FactImportList = z.object({ imports: z.array(FactImport).max(50) });
export type FactImportList = z.infer<typeof FactImportList>;
