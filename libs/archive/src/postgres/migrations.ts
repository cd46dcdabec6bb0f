import type { SqlMigration } from '@kentongan/database';

/**
 * One table of posts in months by `first_created_at`, so that retention drops whole months. Words and keys share one
 * text-search column: any mix of words and filters is one index look-up.
 *
 * The pending list of the word index is small (2 MB): with PostgreSQL's default a flush holds up the unlucky batch
 * longer, without a list each batch costs twice as much.
 */
export const archiveMigrations: readonly SqlMigration[] = [
  {
    timestamp: 1_764_000_000_000,
    name: 'CreateArchive',
    up: `
CREATE TABLE archive.posts (
  region_id text NOT NULL COLLATE "C",
  post_id text NOT NULL COLLATE "C",
  first_created_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL,
  fetched_at timestamptz NOT NULL,
  revision bigint NOT NULL,
  analysis_version bigint NOT NULL,
  deleted boolean NOT NULL,
  platform text COLLATE "C",
  language text COLLATE "C",
  sentiment text COLLATE "C",
  post_type text COLLATE "C",
  sources text[] COLLATE "C" NOT NULL,
  subjects text[] COLLATE "C" NOT NULL,
  places text[] COLLATE "C" NOT NULL,
  near_copy_key text COLLATE "C",
  likes bigint,
  retweets bigint,
  replies bigint,
  views bigint,
  reach_at timestamptz NOT NULL,
  text text,
  document json,
  words tsvector,
  PRIMARY KEY (region_id, post_id, first_created_at)
) PARTITION BY RANGE (first_created_at);
CREATE INDEX posts_newest ON archive.posts (region_id, first_created_at DESC, post_id DESC) WHERE NOT deleted;
CREATE INDEX posts_words ON archive.posts USING gin (words) WITH (fastupdate = on, gin_pending_list_limit = 2048);
CREATE TABLE archive.region_months (
  region_id text NOT NULL COLLATE "C",
  month date NOT NULL,
  PRIMARY KEY (region_id, month)
);
CREATE TABLE archive.erased_authors (
  region_id text NOT NULL COLLATE "C",
  author_key text NOT NULL COLLATE "C",
  erased_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (region_id, author_key)
);`,
    down: 'DROP TABLE archive.posts, archive.region_months, archive.erased_authors;',
  },
  {
    timestamp: 1_764_000_000_001,
    name: 'MarkCorrectedPosts',
    up: 'ALTER TABLE archive.posts ADD COLUMN is_corrected boolean NOT NULL DEFAULT false;',
    down: 'ALTER TABLE archive.posts DROP COLUMN is_corrected;',
  },
  {
    // A post of 700 characters is over the size at which PostgreSQL tries to compress its columns, which costs every
    // write and wins little: a tenth of the document and nothing of the words. The text still shrinks where it is long.
    timestamp: 1_764_000_000_002,
    name: 'LeaveUncompressed',
    up: `ALTER TABLE archive.posts ALTER COLUMN words SET STORAGE EXTERNAL, ALTER COLUMN document SET STORAGE EXTERNAL;`,
    down: `ALTER TABLE archive.posts ALTER COLUMN words SET STORAGE EXTENDED, ALTER COLUMN document SET STORAGE EXTENDED;`,
  },
];
