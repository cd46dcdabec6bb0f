import Connection from 'kafkajs/src/network/connection.js';

/** Emitted by a connection's queue of requests when one had no answer in time; with the time at which it was sent. */
export const unanswered = 'kentongan:unanswered';

/** Open connections, and when each was last heard, in milliseconds since 1970. */
const heardAt = new Map<Connection, number>();

/**
 * kafkajs 2.2.4 gives a request up that had no answer in time, and sends the next one over the same connection. One
 * that a firewall has forgotten stays open and silent until the operating system gives up on it, after a quarter of
 * an hour: until then nothing is read. So such a connection is ended, and what waited on it is asked over a new one.
 * With it end the others to the same broker that were not heard since: a client has several, and would otherwise find
 * them out one after the other, each after a timeout of its own.
 */
export function guardSilentConnections(): void {
  const connect = Connection.prototype.connect;
  Connection.prototype.connect = async function (this: Connection): Promise<boolean> {
    if (this.isConnected()) return connect.call(this);
    const connected = await connect.call(this);
    watch(this);
    return connected;
  };
}

function watch(connection: Connection): void {
  const { socket, requestQueue } = connection;
  if (!socket) return;
  const hear = () => heardAt.set(connection, Date.now());
  hear();
  socket.on('data', hear);
  socket.once('close', () => {
    if (connection.socket === socket) heardAt.delete(connection);
  });
  requestQueue.removeAllListeners(unanswered);
  requestQueue.once(unanswered, (sentAt: number) => endSilent(connection.broker, sentAt));
}

function endSilent(broker: string, sinceMilliseconds: number): void {
  for (const [connection, at] of heardAt)
    if (connection.broker === broker && at <= sinceMilliseconds)
      connection.socket?.destroy(new Error('no answer in time'));
}
