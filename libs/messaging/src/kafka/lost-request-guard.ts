import kafkajs from 'kafkajs';
import RequestQueue from 'kafkajs/src/network/requestQueue/index.js';

/**
 * While a connection of kafkajs 2.2.4 ends, it still counts as connected for a moment: a request that is sent in it
 * stays in the queue whose timers are then stopped, and is never answered. Whoever waits for it (a fetch, and with it
 * the whole consumer) waits for ever. So a queue that is stopped refuses what is left in it; it is asked for again.
 */
export function guardLostRequests(): void {
  const destroy = RequestQueue.prototype.destroy;
  RequestQueue.prototype.destroy = function (this: RequestQueue): void {
    destroy.call(this);
    if (this.inflight.size + this.pending.length === 0) return;
    this.rejectAll(new kafkajs.KafkaJSConnectionError('Closed connection', { broker: this.broker }));
  };
}
