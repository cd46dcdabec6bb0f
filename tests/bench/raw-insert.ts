import { startEmbeddedPostgres } from '@kentongan/database';
import pg from 'pg';
import { everydayText } from '../support/invented-posts.js';
import { seededRandom } from '../support/random.js';

const batchRows = 500;

/**
 * What this PostgreSQL does with nothing of ours around it: rows per second of posts with a text vector and its index,
 * in batches of 500 by jsonb_to_recordset, one connection, default durability.
 */
export async function measureRawInsert(folder: string, seconds: number, textBytes: number): Promise<number> {
  const server = await startEmbeddedPostgres({ dataDirectory: folder });
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  try {
    await client.query(`CREATE TABLE raw_posts (id text PRIMARY KEY, at timestamptz, body text, words tsvector);
      CREATE INDEX ON raw_posts USING gin (words)`);
    const random = seededRandom(11);
    const startedAt = performance.now();
    let rows = 0;
    while (performance.now() - startedAt < seconds * 1_000) {
      const batch = Array.from({ length: batchRows }, () => ({
        id: `r${rows++}`,
        at: new Date(),
        body: everydayText(random, textBytes),
      }));
      await client.query(
        `INSERT INTO raw_posts SELECT id, at, body, to_tsvector('simple', body)
         FROM jsonb_to_recordset($1) AS row (id text, at timestamptz, body text)`,
        [JSON.stringify(batch)],
      );
    }
    return Math.round(rows / ((performance.now() - startedAt) / 1_000));
  } finally {
    await client.end();
    await server.stop();
  }
}
