import type { FactJudgements, HoaxMatchLevel, Person, PrecisionMonths } from '@kentongan/contracts';
import type pg from 'pg';
import { responderSchema as s } from '../responder.schema.js';

const postsShownMax = 200;
const monthsShownMax = 24;

export interface Judgement {
  readonly factId: string;
  readonly regionId: string;
  readonly postId: string;
  readonly level: HoaxMatchLevel;
  readonly agrees: boolean | null;
  readonly by: Person;
  readonly at: string;
}

interface Counted {
  readonly level: HoaxMatchLevel;
  readonly agreed: number;
  readonly disagreed: number;
}

const counted = `count(*) FILTER (WHERE agrees)::int AS agreed, count(*) FILTER (WHERE NOT agrees)::int AS disagreed`;

/** What people said about matches: whether a post is about a fact. Kept by post and fact, never by author. */
export class MatchJudgements {
  constructor(private readonly pool: pg.Pool) {}

  /** The latest word of a region counts. */
  async judge({ factId, regionId, postId, level, agrees, by, at }: Judgement): Promise<void> {
    if (agrees === null) {
      await this.pool.query(
        `DELETE FROM ${s}.fact_judgements WHERE fact_id = $1 AND region_id = $2 AND post_id = $3`,
        [factId, regionId, postId],
      );
      return;
    }
    await this.pool.query(
      `INSERT INTO ${s}.fact_judgements (fact_id, region_id, post_id, level, agrees, by_person, at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (fact_id, region_id, post_id) DO UPDATE SET level = excluded.level, agrees = excluded.agrees,
         by_person = excluded.by_person, at = excluded.at`,
      [factId, regionId, postId, level, agrees, JSON.stringify(by), at],
    );
  }

  /** @param factIds the fact and its duplicates: they count as one */
  async ofFact(regionId: string, factIds: readonly string[]): Promise<FactJudgements> {
    const values = [regionId, factIds];
    const [levels, posts, issues] = await Promise.all([
      this.pool.query<Counted>(
        `SELECT level, ${counted} FROM ${s}.fact_judgements WHERE region_id = $1 AND fact_id = ANY($2) GROUP BY level`,
        values,
      ),
      this.pool.query<{
        post_id: string;
        level: HoaxMatchLevel;
        agrees: boolean;
        by_person: Person;
        at: Date;
      }>(
        `SELECT post_id, level, agrees, by_person, at FROM ${s}.fact_judgements
         WHERE region_id = $1 AND fact_id = ANY($2) ORDER BY at DESC, post_id LIMIT ${postsShownMax}`,
        values,
      ),
      this.pool.query<FactJudgements['issues']>(issuesSql, values),
    ]);
    return {
      levels: levels.rows,
      issues: issues.rows[0] ?? { agreed: 0, disagreed: 0, open: 0 },
      posts: posts.rows.map((row) => ({
        postId: row.post_id,
        level: row.level,
        agrees: row.agrees,
        by: row.by_person,
        at: row.at.toISOString(),
      })),
    };
  }

  /** @param timeZone IANA zone of the region: a month begins at its midnight */
  async byMonth(regionId: string, timeZone: string): Promise<PrecisionMonths> {
    const { rows } = await this.pool.query<Counted & { month: string }>(
      `SELECT to_char(at AT TIME ZONE $2, 'YYYY-MM') AS month, level, ${counted} FROM ${s}.fact_judgements
       WHERE region_id = $1 GROUP BY 1, 2 ORDER BY 1 DESC, 2 LIMIT ${monthsShownMax * 3}`,
      [regionId, timeZone],
    );
    const months = [...new Set(rows.map(({ month }) => month))].slice(0, monthsShownMax);
    return {
      months: months.map((month) => ({
        month,
        levels: rows
          .filter((row) => row.month === month)
          .map(({ level, agreed, disagreed }) => ({ level, agreed, disagreed })),
      })),
    };
  }
}

/** An issue that the desk answered was about the fact; one put away as something else was not. */
const issuesSql = `
  SELECT count(*) FILTER (WHERE card ->> 'route' IN ('debunk', 'prebunk'))::int AS agreed,
    count(*) FILTER (WHERE dismissal IS NOT NULL AND card ->> 'route' IS NULL
      OR card ->> 'route' IN ('criticism', 'complaint', 'journalism', 'ignore'))::int AS disagreed,
    count(*) FILTER (WHERE dismissal IS NULL AND card ->> 'route' IS NULL)::int AS open
  FROM ${s}.issues WHERE region_id = $1 AND card ->> 'factId' = ANY($2)`;
