import Connection from 'kafkajs/src/network/connection.js';

/** Emitted by a connection's queue of requests when one of them had no answer in time. */
export const unanswered = 'kentongan:unanswered';

/**
 * kafkajs 2.2.4 gives a request up that had no answer in time, and sends the next one over the same connection. One
 * that a firewall has forgotten stays open and silent until the operating system gives up on it, after a quarter of
 * an hour: until then nothing is read. So such a connection is ended, and what waited on it is asked over a new one.
 */
export function guardSilentConnections(): void {
  const connect = Connection.prototype.connect;
  Connection.prototype.connect = function (this: Connection): Promise<boolean> {
    if (!this.isConnected()) {
      this.requestQueue.removeAllListeners(unanswered);
      this.requestQueue.once(unanswered, () => this.socket?.destroy(new Error('no answer in time')));
    }
    return connect.call(this);
  };
}
