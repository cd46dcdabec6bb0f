import Connection from 'kafkajs/src/network/connection.js';

const sizeBytes = 4;

/**
 * kafkajs 2.2.4 uses a connection again after it was cut, and keeps the half of a response that had come: the answers
 * of the new connection are then read from the middle, and the RangeError that follows ends the process. So a
 * connection begins empty, and hears no more of its former socket.
 */
export function guardTornResponses(): void {
  const connect = Connection.prototype.connect;
  Connection.prototype.connect = function (this: Connection): Promise<boolean> {
    if (!this.isConnected()) {
      this.socket?.removeAllListeners('data');
      this.chunks = [];
      this.bytesBuffered = 0;
      this.bytesNeeded = sizeBytes;
    }
    return connect.call(this);
  };
}
