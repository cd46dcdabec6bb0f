import type pg from 'pg';
import { encodeChunk } from './chunk.js';

/** Appends and readings queue behind a waiting drop, so it waits briefly. */
const lockMillisecondsMax = 300;
const lockNotAvailable = '55P03';

export interface DroppedDay {
  readonly stream: string;
  /** `YYYY-MM-DD`, UTC */
  readonly day: string;
}

interface ExpiredRow {
  stream_id: number;
  name: string;
  partitions: number;
  retention_hours: number;
  day: string;
  is_newest: boolean;
}

/**
 * Drops whole days that lie behind the retention of their stream. The newest day holds the head of the stream, so
 * before it goes an empty append carries the head into the present day.
 * A day that somebody is reading for long (a backup) goes next time.
 */
export async function dropExpiredDays(pool: pg.Pool, now: number): Promise<readonly DroppedDay[]> {
  const at = new Date(now).toISOString();
  const { rows } = await pool.query<ExpiredRow>(
    `SELECT s.stream_id, s.name, s.partitions, s.retention_hours, to_char(d.day, 'YYYY-MM-DD') AS day,
       d.day = max(d.day) OVER (PARTITION BY d.stream_id) AS is_newest, d.day AS sort_day
     FROM messaging.days d JOIN messaging.streams s USING (stream_id)
     WHERE s.retention_hours IS NOT NULL
     ORDER BY s.stream_id, sort_day`,
  );
  const dropped: DroppedDay[] = [];
  for (const row of rows) {
    const dayEnd = Date.parse(`${row.day}T00:00:00Z`) + 24 * 3_600_000;
    if (dayEnd > now - row.retention_hours * 3_600_000) continue;
    if (row.is_newest)
      await pool.query(`SELECT messaging.append_${row.stream_id}($1, $2, 0, $3, false)`, [
        at,
        new Array(row.partitions).fill(0),
        encodeChunk([]),
      ]);
    const dropping = pool.query(
      `SET LOCAL lock_timeout = '${lockMillisecondsMax}';
       DROP TABLE messaging.log_${row.stream_id}_${row.day.replaceAll('-', '')};
       DELETE FROM messaging.days WHERE stream_id = ${row.stream_id} AND day = '${row.day}'`,
    );
    if (await succeeds(dropping)) dropped.push({ stream: row.name, day: row.day });
  }
  return dropped;
}

/** False when somebody was reading the table; every other failure is thrown. */
async function succeeds(dropping: Promise<unknown>): Promise<boolean> {
  try {
    await dropping;
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === lockNotAvailable) return false;
    throw error;
  }
}
