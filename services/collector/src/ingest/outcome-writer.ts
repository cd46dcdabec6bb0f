import type { ServerResponse } from 'node:http';

/** The receiver is gone or does not take its outcomes: what is stored stays stored, the sender will ask again. */
class ReceiverGone extends Error {}

/** Writes lines and waits while the receiver is slow; gives up after `idleMilliseconds`. */
export class OutcomeWriter {
  constructor(
    private readonly response: ServerResponse,
    private readonly idleMilliseconds: number,
  ) {}

  async write(values: readonly object[]): Promise<void> {
    if (values.length === 0) return;
    if (!this.response.headersSent)
      this.response.writeHead(200, { 'content-type': 'application/x-ndjson', 'cache-control': 'no-store' });
    if (this.response.destroyed) throw new ReceiverGone('the receiver went away');
    const text = values.map((value) => `${JSON.stringify(value)}\n`).join('');
    if (!this.response.write(text)) await this.drained();
  }

  private drained(): Promise<void> {
    const { response } = this;
    return new Promise((resolve, reject) => {
      const finish = (error: Error | null) => {
        clearTimeout(timer);
        response.off('drain', onDrain).off('close', onClose);
        if (error) reject(error);
        else resolve();
      };
      const onDrain = () => finish(null);
      const onClose = () => finish(new ReceiverGone('the receiver went away'));
      const timer = setTimeout(
        () => finish(new ReceiverGone('the receiver takes no outcomes')),
        this.idleMilliseconds,
      );
      response.on('drain', onDrain).on('close', onClose);
    });
  }
}
