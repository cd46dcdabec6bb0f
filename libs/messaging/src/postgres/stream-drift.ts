import type { Stream } from '@kentongan/contracts';
import type pg from 'pg';
import type { StreamDrift } from '../stream.port.js';

interface StreamRow {
  readonly name: string;
  readonly keep: string;
  readonly partitions: number;
  readonly retention_hours: number | null;
}

const hours = (retention: number | null) => (retention === null ? 'for ever' : String(retention));

/** How streams differ from their declaration, dead streams given as well. */
export async function streamDrift(pool: pg.Pool, streams: readonly Stream[]): Promise<StreamDrift[]> {
  const { rows: schema } = await pool.query<{ exists: boolean }>(
    `SELECT to_regclass('messaging.streams') IS NOT NULL AS exists`,
  );
  const { rows } = schema[0]?.exists
    ? await pool.query<StreamRow>(
        'SELECT name, keep, partitions, retention_hours FROM messaging.streams WHERE name = ANY ($1)',
        [streams.map(({ name }) => name)],
      )
    : { rows: [] };
  const real = new Map(rows.map((row) => [row.name, row]));
  return streams.flatMap((stream) => driftOf(stream, real.get(stream.name)));
}

function driftOf(
  { name, partitions, keep, retentionHours }: Stream,
  row: StreamRow | undefined,
): StreamDrift[] {
  if (!row) return [{ stream: name, what: 'missing', declared: 'exists', real: 'missing', isMendable: true }];
  const compared = [
    { what: 'partitions', declared: String(partitions), real: String(row.partitions), isMendable: false },
    { what: 'keep', declared: keep, real: row.keep, isMendable: false },
    {
      what: 'retentionHours',
      declared: hours(retentionHours),
      real: hours(row.retention_hours),
      isMendable: true,
    },
  ];
  return compared
    .filter(({ declared, real }) => declared !== real)
    .map((each) => ({ stream: name, ...each }));
}
