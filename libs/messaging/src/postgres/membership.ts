import type pg from 'pg';
import type { StreamObserver } from '../observer.js';
import { backOffMilliseconds } from '../signal.js';
import type { Heads } from './heads.js';
import { queryTimeoutMilliseconds } from './limits.js';
import { lockClass } from './schema.js';

const tickMilliseconds = 1_000;
const pollMilliseconds = 100;
const announceEveryMilliseconds = 20;
const announceChangeSql = `SELECT pg_notify('messaging', 'members')`;
const nowhere = { stream: '*', group: null, partition: null };

/**
 * This process among those that share the log. It keeps one connection of the pool for itself, whose session lock
 * says that the process lives and on which notifications arrive, and it looks once a second whether members came or
 * went. Alone, nothing else is asked of the database; with others about, the heads are polled every 100 ms.
 */
export class Membership {
  #memberId: number | null = null;
  #release: (() => void) | null = null;
  #fingerprint = '';
  #others = false;
  #stopped = false;
  #announcedAt = new Map<number, number>();
  #timer: NodeJS.Timeout | undefined;
  #tickedAt = 0;
  #busy: Promise<void> | null = null;
  #again = false;
  #connecting: Promise<void> | null = null;

  constructor(
    private readonly pool: pg.Pool,
    private readonly heads: Heads,
    private readonly observer: StreamObserver,
    /** Partitions may have to change hands. */
    private readonly onMembersChanged: () => void,
    private readonly onTick: () => void,
  ) {}

  async start(): Promise<void> {
    const { rows } = await this.pool.query<{ id: number }>(
      `SELECT nextval('messaging.member_ids')::int AS id`,
    );
    this.#memberId = rows[0]?.id ?? 0;
    await this.#connect();
    try {
      await this.#tick();
    } catch (error) {
      this.#letGo();
      throw error;
    }
    this.#schedule();
  }

  get memberId(): number {
    if (this.#memberId === null) throw new Error('the log has not been started');
    return this.#memberId;
  }

  /** Whether this append should carry a NOTIFY: only when someone else may listen, and not for each of a burst. */
  shouldAnnounce(streamId: number): boolean {
    if (!this.#others) return false;
    const now = performance.now();
    if (now - (this.#announcedAt.get(streamId) ?? -Infinity) < announceEveryMilliseconds) return false;
    this.#announcedAt.set(streamId, now);
    return true;
  }

  /** Tells all members, this one included, to look at the assignment now. */
  async announceChange(): Promise<void> {
    await this.pool.query(announceChangeSql);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#connecting?.catch(() => {});
    await this.#busy;
    if (this.#memberId === null) return;
    try {
      await this.pool.query(
        `WITH gone AS (DELETE FROM messaging.members WHERE member_id = $1) SELECT pg_notify('messaging', 'members')`,
        [this.#memberId],
      );
    } catch {
      // The server is away: the lock ends with the connection, and others see by that that this member left.
    }
    this.#letGo();
  }

  /** Ends the kept connection, and with it the lock that says this process lives. */
  #letGo(): void {
    this.#release?.();
    this.#release = null;
  }

  async #connect(): Promise<void> {
    const client = await this.pool.connect();
    let released = false;
    const release = () => {
      if (!released) client.release(true);
      released = true;
    };
    const lose = (error: unknown) => {
      release();
      if (this.#release !== release) return;
      this.#release = null;
      if (!this.#stopped) this.#reconnect(error);
    };
    client.on('error', lose);
    client.on('end', () => lose(new Error('the listening connection ended')));
    client.on('notification', ({ payload }) => void this.#onNotification(payload));
    try {
      // Shared, so that a session which the server has not yet noticed to be dead cannot keep its successor out.
      await client.query('SELECT pg_advisory_lock_shared($1, $2)', [lockClass.member, this.#memberId]);
      await client.query('LISTEN messaging');
      await client.query(announceChangeSql);
      if (released) throw new Error('the listening connection was lost while it was made');
    } catch (error) {
      release();
      throw error;
    }
    this.#release = release;
  }

  #reconnect(cause: unknown): void {
    this.observer.onFailure(nowhere, cause);
    this.#connecting ??= this.#tryToReconnect().finally(() => {
      this.#connecting = null;
    });
  }

  async #tryToReconnect(): Promise<void> {
    for (let failures = 1; !this.#stopped; failures += 1) {
      await new Promise((resolve) => setTimeout(resolve, backOffMilliseconds(failures)));
      if (this.#stopped) return;
      try {
        await this.#connect();
        // Notifications of the meantime are lost: look at everything once.
        this.#fingerprint = '';
        return await this.#look(true);
      } catch (error) {
        this.observer.onFailure(nowhere, error);
      }
    }
  }

  async #onNotification(payload: string | undefined): Promise<void> {
    if (payload !== 'members') return this.#look(false, Number(payload));
    await this.#look(true);
  }

  #schedule(): void {
    if (this.#stopped) return;
    this.#timer = setTimeout(
      () => {
        const due = performance.now() - this.#tickedAt >= tickMilliseconds;
        void this.#look(due).then(() => this.#schedule());
      },
      this.#others ? pollMilliseconds : tickMilliseconds,
    );
    this.#timer.unref();
  }

  /** One look at a time; a request that comes meanwhile is served by one more look. */
  async #look(withTick: boolean, streamId?: number): Promise<void> {
    if (this.#stopped) return;
    if (this.#busy) {
      this.#again = true;
      return this.#busy;
    }
    this.#busy = this.#lookOnce(withTick, streamId).finally(() => {
      this.#busy = null;
      if (!this.#again) return;
      this.#again = false;
      void this.#look(true);
    });
    return this.#busy;
  }

  async #lookOnce(withTick: boolean, streamId?: number): Promise<void> {
    try {
      if (withTick) await this.#tick();
      const watched = this.heads.watchedIds;
      await this.heads.refresh(streamId === undefined ? watched : watched.filter((id) => id === streamId));
    } catch (error) {
      if (!this.#stopped) this.observer.onFailure(nowhere, error);
    }
  }

  async #tick(): Promise<void> {
    this.#tickedAt = performance.now();
    const { rows } = await this.pool.query<{ members: number; fingerprint: string }>({
      name: 'tick',
      text: 'SELECT * FROM messaging.tick($1)',
      values: [this.#memberId],
      query_timeout: queryTimeoutMilliseconds,
    } as pg.QueryConfig);
    const { members, fingerprint } = rows[0] ?? { members: 1, fingerprint: '' };
    this.#others = members > 1;
    this.onTick();
    if (fingerprint === this.#fingerprint) return;
    this.#fingerprint = fingerprint;
    this.onMembersChanged();
  }
}
