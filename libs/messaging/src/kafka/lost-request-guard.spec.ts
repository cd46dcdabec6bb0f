import { describe, expect, it } from '@jest/globals';
import RequestQueue from 'kafkajs/src/network/requestQueue/index.js';
import './client.js';

const silent = { namespace: () => silent, debug() {}, info() {}, warn() {}, error() {} };

const requestOf = (correlationId: number, settle: (error: unknown) => void, sent: number[]) => ({
  entry: { correlationId, apiKey: 1, apiName: 'Fetch', apiVersion: 1, resolve: settle, reject: settle },
  expectResponse: true,
  sendRequest: () => void sent.push(correlationId),
});

describe('a connection that ends', () => {
  it('refuses the requests that were sent while it ended, so that nobody waits for their answers', () => {
    const queue = new RequestQueue({
      maxInFlightRequests: 1,
      requestTimeout: 10_000,
      enforceRequestTimeout: true,
      clientId: 'uji',
      broker: '127.0.0.1:9092',
      logger: silent,
    });
    const sent: number[] = [];
    const refusals: unknown[] = [];
    for (const id of [1, 2]) queue.push(requestOf(id, (error) => refusals.push(error), sent));
    expect(sent).toEqual([1]); // the second one waits for the first
    queue.destroy();
    expect(refusals.map(String)).toEqual([
      'KafkaJSConnectionError: Closed connection',
      'KafkaJSConnectionError: Closed connection',
    ]);
    expect(queue.inflight.size + queue.pending.length).toBe(0);
  });
});
