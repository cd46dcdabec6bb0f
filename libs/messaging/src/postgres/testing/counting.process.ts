import pg from 'pg';
import { testStream } from '../../contract/harness.js';
import { done } from '../../outcome.js';
import { createPostgresLog } from '../index.js';

/**
 * A consumer process for kill tests: `node counting.process.js URL STREAM PARTITIONS`. Each message's effect is one
 * row counted up in `effects`, made durable before the batch is done. Prints `ready` once it consumes.
 */
const [url, name, partitions] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString: url, max: 4 });
const log = createPostgresLog({ pool });
await log.subscribe({
  stream: { ...testStream(Number(partitions)), name: String(name) },
  group: 'counting',
  batchMessagesMax: 20,
  handle: async ({ records }) => {
    await pool.query(
      `INSERT INTO effects (id, times) SELECT convert_from(id, 'UTF8'), 1 FROM unnest($1::bytea[]) AS id
       ON CONFLICT (id) DO UPDATE SET times = effects.times + 1`,
      [records.map(({ value }) => Buffer.from(value ?? []))],
    );
    return records.map(() => done);
  },
});
process.stdout.write('ready\n');
