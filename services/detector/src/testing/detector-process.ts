import { createHash } from 'node:crypto';
import { RegionDetector } from '@kentongan/bursts';
import type { AnalyzedPost, Signal } from '@kentongan/contracts';
import type { StreamPort } from '@kentongan/messaging';
import { createPostgresLog } from '@kentongan/messaging/postgres';
import { createMetrics } from '@kentongan/platform';
import pg from 'pg';
import { DetectorRuntime } from '../detector.runtime.js';
import { observedPost } from '../observed-post.js';
import { analyzedPost } from './analyzed-post.js';

const startedAt = Date.now();
/** A hundred times as fast as the wall's: a checkpoint every 0.1 s. */
const clock = { now: () => startedAt + (Date.now() - startedAt) * 100 };

export const killed: Promise<unknown>[] = [];
/** A detector with connections of its own, that can be cut off in the middle of whatever it does. */
export class DetectorProcess {
  private constructor(
    private readonly clients: Set<pg.PoolClient>,
    private readonly pool: pg.Pool,
    private readonly port: StreamPort,
    private readonly runtime: DetectorRuntime,
  ) {}

  static async start(url: string): Promise<DetectorProcess> {
    const pool = new pg.Pool({ connectionString: url, max: 6 });
    const clients = new Set<pg.PoolClient>();
    pool.on('connect', (client) => clients.add(client));
    pool.on('error', () => {}); // cut off on purpose
    const ignore = () => {};
    const observer = { onOutcome: ignore, onLag: ignore, onBatchSeconds: ignore, onFailure: ignore };
    const port = createPostgresLog({ pool, observer });
    const runtime = new DetectorRuntime(pool, port, clock, createMetrics());
    await runtime.onApplicationBootstrap();
    return new DetectorProcess(clients, pool, port, runtime);
  }

  /** As SIGKILL does: nothing is said, nothing is saved; statements in flight may or may not have been done. */
  kill(): void {
    for (const client of this.clients)
      (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
    const ended = this.pool.end().catch(() => {});
    // Without a connection it can do no more good or harm; its timers end.
    const stopped = this.runtime.beforeApplicationShutdown().then(() => this.port.close());
    killed.push(Promise.all([ended, stopped.catch(() => {})]));
  }

  async stop(): Promise<void> {
    await this.runtime.beforeApplicationShutdown();
    await this.port.close();
    await this.pool.end();
  }
}

/** A text's sketch, for one that nobody wrote: of other names nothing is the same. */
const sketchOf = (name: string): string => createHash('sha512').update(name).digest('base64url').slice(0, 72);

/** Eighteen days of quiet, then a fire that everybody tells of, twice. */
export function townPosts(mode: AnalyzedPost['mode']): AnalyzedPost[] {
  const quiet = Array.from({ length: 1_800 }, (_, i) =>
    analyzedPost(
      `q${i}`,
      i * 0.24,
      { subjects: [['waste', 'noise', 'schools'][i % 3]!], nearCopyKey: `c${i}` },
      { mode, copySketch: sketchOf(`c${i}`) },
    ),
  );
  const event = (name: string, atHours: number, count: number) =>
    Array.from({ length: count }, (_, i) =>
      analyzedPost(
        `${name}${i}`,
        atHours + i * 0.01,
        { subjects: [name], nearCopyKey: `${name}${i}` },
        // A digit more or less in a third of the places: one text with a few words changed.
        { mode, copySketch: `${sketchOf(`${i}`).slice(0, 24)}${sketchOf(name).slice(24)}` },
      ),
    );
  return [...quiet, ...event('fire', 350.1, 70), ...event('water', 400.1, 40)].sort((a, b) =>
    a.createdAt === b.createdAt ? (a.postId < b.postId ? -1 : 1) : a.createdAt < b.createdAt ? -1 : 1,
  );
}

/** What an undisturbed detector says of the posts. */
export function wantedSignals(posts: readonly AnalyzedPost[], regionId = 'kota-uji'): string[] {
  const detector = new RegionDetector(regionId, 'Asia/Jakarta');
  const signals = posts.flatMap((post) => detector.observe(observedPost(post)));
  for (let turn = detector.flushNext(); turn; turn = detector.flushNext()) signals.push(...turn);
  return signals.map(saying);
}

/** A statement without the wall time: what must be the same whatever dies in between. */
export const saying = ({
  signalId,
  version,
  count,
  composition,
  hours,
  copies,
}: Omit<Signal, 'timeToAlertWallSeconds'>) =>
  `${signalId} v${version} n${count} ${JSON.stringify([composition, hours, copies], inOrderOfNames)}`;

/** A database gives an object's fields back in an order of its own. */
const inOrderOfNames = (_: string, value: unknown) =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;
