import { z } from 'zod';

/** Raised when an older program could no longer read a backup. */
export const backupFormat = 1;

/** The last entry of a backup: a file without it was cut off. */
export const manifestEntry = 'manifest.json';

const Name = z.string().regex(/^[a-z][a-z0-9_]{0,62}$/);
/** Only what our own partitions have: these words become SQL. */
const Bound = z.string().regex(/^FOR VALUES FROM \('[\d :+-]+'\) TO \('[\d :+-]+'\)$/);
const StorageOption = z.string().regex(/^[a-z_.]+=[a-z0-9.]+$/);
const Digest = z.string().regex(/^[0-9a-f]{64}$/);
const Count = z.int().min(0);

const Table = z.object({
  schema: Name,
  table: Name,
  columns: z.array(Name).min(1),
  rows: Count,
  bytes: Count,
  sha256: Digest,
});
export type BackedUpTable = z.infer<typeof Table>;

/** What a backup holds, so that it can be checked and put back without knowing the program that wrote it. */
export const Manifest = z.object({
  format: z.literal(backupFormat),
  /** Of the program that wrote it. */
  version: z.string(),
  createdAt: z.iso.datetime(),
  /** Where streams and posts were kept; a desk on other engines holds part of them elsewhere. */
  engines: z.object({
    streams: z.enum(['postgresql', 'kafka']),
    archive: z.enum(['postgresql', 'elasticsearch']),
  }),
  /** Applied migrations of each schema, in order: the tables of that time. */
  migrations: z.record(Name, z.array(z.string().regex(/^[A-Z][A-Za-z0-9]*$/))),
  streams: z.array(
    z.object({
      id: z.int().positive(),
      name: z.string(),
      keep: z.enum(['log', 'compacted']),
      partitions: z.int().positive(),
      retentionHours: z.int().nullable(),
      /** So that offsets go on to count; a desk from before identities were kept has none. */
      identity: z.uuid().optional(),
    }),
  ),
  partitions: z.array(
    z.object({ schema: Name, parent: Name, table: Name, bound: Bound, options: z.array(StorageOption) }),
  ),
  sequences: z.array(
    z.object({ schema: Name, sequence: Name, lastValue: z.string().regex(/^\d+$/), isCalled: z.boolean() }),
  ),
  tables: z.array(Table),
  /** What does not lie in PostgreSQL, one JSON value a line: `posts`, or the messages of a stream. */
  lines: z.array(z.object({ name: z.string(), count: Count, bytes: Count, sha256: Digest })),
  files: z.array(z.object({ name: z.string(), bytes: Count, sha256: Digest })),
});
export type Manifest = z.infer<typeof Manifest>;

/** Files of the data directory that cannot be made anew: without the keys one author would count as two. */
export const secretFiles = ['collector-keys.json', 'signing-key', 'ingest-token', 'regions.json'] as const;

export const fileEntry = (name: string): string => `files/${name}`;

/** A table's rows in PostgreSQL's COPY text form, cut into numbered parts. */
export const tableEntryPrefix = ({ schema, table }: Pick<BackedUpTable, 'schema' | 'table'>): string =>
  `tables/${schema}.${table}/`;

export const linesEntryPrefix = (name: string): string => `lines/${name}/`;
