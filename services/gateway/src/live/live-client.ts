import type { ServerResponse } from 'node:http';
import type { Audience } from './live-entry.js';

/** One open stream. It never waits for its reader: what the socket does not take is held back and counted. */
export class LiveClient {
  private stalledSince: number | null = null;

  constructor(
    readonly audience: Audience,
    /** Null: opened with a signed token alone. */
    readonly sessionId: string | null,
    readonly openedAt: number,
    private readonly response: ServerResponse,
  ) {
    response.on('drain', () => {
      this.stalledSince = null;
    });
  }

  /** Bytes that wait in this process for the reader to take them. */
  get bufferedBytes(): number {
    return this.response.writableLength;
  }

  get isOpen(): boolean {
    return !this.response.destroyed && !this.response.writableEnded;
  }

  send(frame: Buffer, now: number): void {
    if (!this.isOpen) return;
    const isTaken = this.response.write(frame);
    if (!isTaken) this.stalledSince ??= now;
  }

  /** Milliseconds since which the reader has not taken all it was sent. */
  stalledFor(now: number): number {
    return this.stalledSince === null ? 0 : now - this.stalledSince;
  }

  /** Resolves when the reader has taken what it was sent, or is gone. */
  async drained(): Promise<void> {
    if (!this.isOpen || !this.response.writableNeedDrain) return;
    await new Promise<void>((resolve) => {
      const settle = () => {
        this.response.off('drain', settle);
        this.response.off('close', settle);
        resolve();
      };
      this.response.on('drain', settle);
      this.response.on('close', settle);
    });
  }

  /** Ends it politely: the browser connects again, and is let in or not. */
  end(): void {
    this.response.end();
  }

  /** Frees what waits for a reader that does not read. */
  drop(): void {
    this.response.destroy();
  }
}
