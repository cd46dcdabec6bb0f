import type { Pool, PoolClient } from 'pg';
import type { Answer } from '../archive.port.js';
import { Turns } from '../turns.js';
import { inTransaction, sqlState } from './transaction.js';

/** A search that takes longer is stopped: nobody waits for it, and it would hold one of few connections. */
const searchMillisecondsMax = 10_000;
/** Searches at once. The pool has 16 connections, and writers must always find one. */
const readingsMax = 6;
/** Searches that wait for their turn; past this a new one is sent away at once. */
const waitingMax = 200;

// Compiling a plan costs more than these queries take; facets sort in memory up to 32 MB instead of on disk.
const settings = `SET TRANSACTION READ ONLY; SET LOCAL statement_timeout = ${searchMillisecondsMax};
  SET LOCAL jit = off; SET LOCAL work_mem = '32MB'`;

/** Runs searches: a few at a time, each with its time limit. */
export class Readings {
  private readonly turns = new Turns(readingsMax, waitingMax);

  constructor(private readonly pool: Pool) {}

  /** A search that takes too long or finds no place is an answer, not an outage. */
  async answer<T>(read: (client: PoolClient) => Promise<Answer<T>>): Promise<Answer<T>> {
    try {
      const answer = await this.turns.take(() => inTransaction(this.pool, settings, read));
      return answer ?? { ok: false, problem: 'tooBusy' };
    } catch (error) {
      if (sqlState(error) === '57014') return { ok: false, problem: 'tooSlow' };
      throw error;
    }
  }
}
