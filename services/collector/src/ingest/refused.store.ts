import { createHash } from 'node:crypto';
import type pg from 'pg';
import { collectorSchema } from '../collector.schema.js';
import type { Line } from './line-splitter.js';
import { maskedSample } from './masked-sample.js';
import type { RefusalReason } from './refusal.js';

const rowsMax = 10_000;

/** All that is kept of refused input. */
export interface RefusedSample {
  readonly reason: RefusalReason;
  /** SHA-256 of the line; of the first kilobyte when the line was too long to be held. */
  readonly sha256: string;
  readonly masked: string;
}

export function refusedSample(line: Line, reason: RefusalReason): RefusedSample {
  return {
    reason,
    sha256: createHash('sha256').update(line.bytes).digest('hex'),
    masked: maskedSample(line.bytes),
  };
}

const insertSql = `
  INSERT INTO ${collectorSchema}.refused (region_id, source_id, reason, sha256, masked)
  SELECT $1, $2, r.reason, r.sha256, r.masked FROM unnest($3::text[], $4::text[], $5::text[]) AS r (reason, sha256, masked)`;

/** A sender of rubbish must not fill the disk: the newest rows stay. */
const pruneSql = `
  DELETE FROM ${collectorSchema}.refused
   WHERE refused_id <= (SELECT max(refused_id) - ${rowsMax} FROM ${collectorSchema}.refused)`;

export async function keepRefused(
  client: pg.ClientBase,
  regionId: string,
  sourceId: string,
  samples: readonly RefusedSample[],
): Promise<void> {
  if (samples.length === 0) return;
  await client.query(insertSql, [
    regionId,
    sourceId,
    samples.map(({ reason }) => reason),
    samples.map(({ sha256 }) => sha256),
    samples.map(({ masked }) => masked),
  ]);
  await client.query(pruneSql);
}
