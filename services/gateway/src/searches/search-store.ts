import { randomUUID } from 'node:crypto';
import type { SavedSearch, SavedSearchBody } from '@kentongan/contracts';
import { DATABASE_POOL, withTransaction } from '@kentongan/database';
import { CLOCK, type Clock } from '@kentongan/platform';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import type { z } from 'zod';
import { gatewaySchema as s } from '../gateway.schema.js';
import { tooManySearches, unknownSearch } from '../gateway-errors.js';

/** One person's, of all regions. */
const searchesMax = 100;

/** The saved searches' table. */
@Injectable()
export class SearchStore {
  constructor(
    @Inject(DATABASE_POOL) private readonly pool: pg.Pool,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Newest first. */
  async of(userId: string, regionId: string): Promise<SavedSearch[]> {
    const { rows } = await this.pool.query<SavedSearch>(
      `SELECT search_id AS "searchId", name, query FROM ${s}.saved_searches
       WHERE user_id = $1 AND region_id = $2 ORDER BY created_at DESC, search_id LIMIT ${searchesMax}`,
      [userId, regionId],
    );
    return rows;
  }

  save(userId: string, { region, name, query }: z.infer<typeof SavedSearchBody>): Promise<SavedSearch> {
    const searchId = randomUUID();
    return withTransaction(this.pool, async (client) => {
      // The person's row is the lock: two saves at once are counted one after the other.
      await client.query(`SELECT 1 FROM ${s}.users WHERE user_id = $1 FOR UPDATE`, [userId]);
      const { rows } = await client.query<{ count: number }>(
        `SELECT count(*)::int AS count FROM ${s}.saved_searches WHERE user_id = $1`,
        [userId],
      );
      if ((rows[0]?.count ?? 0) >= searchesMax) throw tooManySearches(searchesMax);
      await client.query(
        `INSERT INTO ${s}.saved_searches (search_id, user_id, region_id, name, query, created_at)
         VALUES ($1, $2, $3, $4, $5, $6)`,
        [searchId, userId, region, name, query, new Date(this.clock.now())],
      );
      return { searchId, name, query };
    });
  }

  /** Another person's search is as unknown as one that never was. */
  async remove(userId: string, searchId: string): Promise<void> {
    const removed = await this.pool.query(
      `DELETE FROM ${s}.saved_searches WHERE search_id = $1 AND user_id = $2`,
      [searchId, userId],
    );
    if (removed.rowCount === 0) throw unknownSearch();
  }
}
