import { decodeEvent, postsCollected, type Stream, type StreamEvent } from '@kentongan/contracts';
import type pg from 'pg';
import { collectorSchema } from '../collector.schema.js';

interface OutboxRow {
  readonly stream: string;
  readonly key: string;
  readonly value: Buffer;
}

/** What waits in the outbox for one stream, in order, checked against the contract. */
export async function outboxEvents<S extends Stream>(pool: pg.Pool, stream: S): Promise<StreamEvent<S>[]> {
  const { rows } = await pool.query<OutboxRow>(
    `SELECT stream, key, value FROM ${collectorSchema}.outbox WHERE stream = $1 ORDER BY id`,
    [stream.name],
  );
  return rows.map(({ value }) => {
    const decoded = decodeEvent(stream, value);
    if (!decoded.ok) throw new Error(`an event breaks the contract: ${decoded.reason} ${decoded.detail}`);
    return decoded.event;
  });
}

/** The collected posts among them as `postId@revision text`. */
export async function collectedPosts(pool: pg.Pool): Promise<string[]> {
  const events = await outboxEvents(pool, postsCollected);
  return events.map(({ type, data }) =>
    type === 'post.collected' ? `${data.postId}@${data.revision} ${data.text}` : `${data.postId} measured`,
  );
}
