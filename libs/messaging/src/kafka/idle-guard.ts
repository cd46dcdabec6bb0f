import RequestQueue from 'kafkajs/src/network/requestQueue/index.js';
import { requestCheckMilliseconds } from './limits.js';
import { unanswered } from './silent-connection-guard.js';

/**
 * What kafkajs 2.2.4 does while nothing happens, on every connection for ever: every millisecond it looks at its queue
 * of waiting requests, every 100 milliseconds for requests that are out of time. Together that is 3–5 % of a core for
 * an idle process. The queue needs a look only while a request waits (the broker asked for a pause, or too many are
 * in flight), and each request that is put into it asks for one; requests run out of time after seconds.
 */
export function guardIdleRequestQueues(): void {
  const schedule = RequestQueue.prototype.scheduleCheckPendingRequests;
  RequestQueue.prototype.scheduleCheckPendingRequests = function (this: RequestQueue): void {
    if (this.pending.length > 0) schedule.call(this);
  };
  RequestQueue.prototype.scheduleRequestTimeoutCheck = function (this: RequestQueue): void {
    if (!this.enforceRequestTimeout) return;
    this.destroy();
    this.requestTimeoutIntervalId = setInterval(() => {
      const late = [...this.inflight.values()].filter(
        ({ sentAt, requestTimeout }) => Date.now() - sentAt > requestTimeout,
      );
      for (const request of late) request.timeoutRequest();
      if (late.length > 0) this.emit(unanswered, Math.max(...late.map(({ sentAt }) => sentAt)));
      if (!this.isConnected()) this.destroy();
    }, requestCheckMilliseconds);
  };
}
