import { allStreams } from '@kentongan/contracts';
import type { StreamPort } from '@kentongan/messaging';
import type pg from 'pg';
import { publishLines, streamLines, withDead } from '../backup-file/stream-lines.js';

const movedLinesMax = 500;

/**
 * The detector keeps its own place in posts.analyzed. New streams count from 0 again: with the old place it would pass
 * over every post until the new numbers reach it, and its rules would not apply until then.
 */
export async function forgetOffsets(client: pg.ClientBase): Promise<void> {
  await client.query(`
    UPDATE detector.positions SET next_offset = NULL;
    DELETE FROM detector.rules older USING detector.rules newer
      WHERE newer.region_id = older.region_id AND newer.from_offset > older.from_offset;
    UPDATE detector.rules SET from_offset = 0`);
}

/**
 * Publishes what one port keeps of all streams, dead letters included, on another: from the log in PostgreSQL to Kafka.
 * Repeating it is safe. @returns messages moved
 */
export async function moveStreams(
  from: Pick<StreamPort, 'read'>,
  to: Pick<StreamPort, 'publish'>,
  until: Date,
): Promise<number> {
  let moved = 0;
  for (const stream of withDead(allStreams)) {
    let waiting: string[] = [];
    const publish = async (): Promise<void> => {
      await publishLines(to, stream, waiting);
      moved += waiting.length;
      waiting = [];
    };
    for await (const line of streamLines(from, stream, until))
      if (waiting.push(line) >= movedLinesMax) await publish();
    await publish();
  }
  return moved;
}
