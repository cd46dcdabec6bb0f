import type { PostArchive } from '@kentongan/archive';
import { archiveMigrations, createPostgresArchive } from '@kentongan/archive/postgres';
import { migrate } from '@kentongan/database';
import type { Configuration, Secret } from '@kentongan/platform';
import type { Pool } from 'pg';

export interface OpenArchive {
  readonly archive: PostArchive;
  /** Where the archive is elsewhere than in the database: fails when it cannot be reached. */
  readonly probe: (() => Promise<void>) | null;
  close(): Promise<void>;
}

/** The one place that chooses where posts are archived. What the chosen one needs is applied before it is handed out. */
export async function openArchive(
  { elasticsearchUrl }: Pick<Configuration, 'elasticsearchUrl'>,
  database: { readonly pool: Pool; readonly url: string } | null,
): Promise<OpenArchive> {
  if (elasticsearchUrl) return openElasticsearch(elasticsearchUrl);
  if (!database) throw new Error('the archive in PostgreSQL was chosen without a database');
  await migrate(database.url, 'archive', archiveMigrations);
  return { archive: createPostgresArchive(database.pool), probe: null, close: async () => {} };
}

/** Loads the client only where it is used: it takes 25 MB. */
async function openElasticsearch(url: Secret): Promise<OpenArchive> {
  const { createElasticsearchArchive } = await import('@kentongan/archive/elasticsearch');
  const archive = createElasticsearchArchive({ url: url.reveal() });
  try {
    await archive.apply();
  } catch (error) {
    await archive.close();
    throw error;
  }
  return { archive, probe: () => archive.ping(), close: () => archive.close() };
}
