import { deadStreamName, type Stream } from '@kentongan/contracts';
import type pg from 'pg';
import { redriveGroup } from '../redrive.js';
import type { StreamState } from '../stream.port.js';
import type { Heads } from './heads.js';
import type { StreamStore } from './stream-store.js';

interface PositionRow {
  readonly group_name: string;
  readonly partition: number;
  readonly next_offset: string;
}

/** How streams stand, from the heads and the committed positions: two queries per stream, none of them over messages. */
export async function streamStates(
  pool: pg.Pool,
  heads: Heads,
  storeOf: (name: string) => Promise<StreamStore>,
  streams: readonly Stream[],
): Promise<StreamState[]> {
  const states: StreamState[] = [];
  for (const stream of streams) {
    const [own, dead] = [await storeOf(stream.name), await storeOf(deadStreamName(stream))];
    await heads.refresh([own.id, dead.id]);
    const groups = await lags(pool, heads, own);
    const letters = await lags(pool, heads, dead, await firstKept(pool, dead));
    states.push({
      name: stream.name,
      groups: [...groups].filter(([group]) => group !== '').map(([group, lag]) => ({ group, lag })),
      deadLetters: letters.get(redriveGroup) ?? letters.get('') ?? 0,
    });
  }
  return states;
}

/** Messages before each group; under the empty name what a group without any position would have before it. */
async function lags(
  pool: pg.Pool,
  heads: Heads,
  store: StreamStore,
  first: readonly number[] = [],
): Promise<Map<string, number>> {
  const next = heads.get(store.id)?.nextOffsets ?? [];
  const { rows } = await pool.query<PositionRow>(
    'SELECT group_name, partition, next_offset FROM messaging.positions WHERE stream_id = $1',
    [store.id],
  );
  const positions = new Map<string, Map<number, number>>([['', new Map()]]);
  for (const row of rows) {
    const ofGroup = positions.get(row.group_name) ?? new Map<number, number>();
    positions.set(row.group_name, ofGroup.set(row.partition, Number(row.next_offset)));
  }
  const lagOf = (ofGroup: ReadonlyMap<number, number>) =>
    next.reduce(
      (sum, offset, at) => sum + Math.max(0, offset - Math.max(ofGroup.get(at) ?? 0, first[at] ?? 0)),
      0,
    );
  return new Map([...positions].map(([group, ofGroup]) => [group, lagOf(ofGroup)]));
}

/** What a dropped day held is gone: it waits for nobody any more. */
async function firstKept(pool: pg.Pool, store: StreamStore): Promise<number[]> {
  const { rows } = await pool.query<{ first_offsets: string[] }>(
    'SELECT first_offsets FROM messaging.days WHERE stream_id = $1 ORDER BY day LIMIT 1',
    [store.id],
  );
  return (rows[0]?.first_offsets ?? []).map(Number);
}
