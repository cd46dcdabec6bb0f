import type { Fact } from '@kentongan/contracts';
import { startEmbeddedPostgres } from '@kentongan/database';
import pg from 'pg';
import { inTemporaryFolder } from '../../support/temporary-folder.js';

const factsPerInsert = 5_000;
const searchSql = `SELECT id, ts_rank_cd(words, query) AS rank FROM titles, to_tsquery('simple', $1) query
  WHERE words @@ query ORDER BY rank DESC, id LIMIT 5`;

/** The same facts in PostgreSQL's full text with its index, any word of the post, best five: milliseconds of each search. */
export function timeInPostgres(facts: readonly Fact[], posts: readonly string[]): Promise<number[]> {
  return inTemporaryFolder(async (folder) => {
    const server = await startEmbeddedPostgres({ dataDirectory: folder });
    const client = new pg.Client({ connectionString: server.url });
    await client.connect();
    try {
      await client.query('CREATE TABLE titles (id text PRIMARY KEY, words tsvector)');
      for (let at = 0; at < facts.length; at += factsPerInsert)
        await client.query(
          `INSERT INTO titles SELECT row."factId", to_tsvector('simple', row.title)
           FROM jsonb_to_recordset($1) AS row ("factId" text, title text)`,
          [JSON.stringify(facts.slice(at, at + factsPerInsert))],
        );
      await client.query('CREATE INDEX ON titles USING gin (words)');
      await client.query('VACUUM ANALYZE titles');
      const milliseconds: number[] = [];
      for (const post of posts) {
        const words = [...new Set(post.split(' '))].join(' | ');
        const startedAt = performance.now();
        await client.query(searchSql, [words]);
        milliseconds.push(performance.now() - startedAt);
      }
      return milliseconds;
    } finally {
      await client.end();
      await server.stop();
    }
  });
}
