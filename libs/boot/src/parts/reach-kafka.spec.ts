import { describe, expect, it } from '@jest/globals';
import { explainStartFailure, isExplained } from '../application/start-failure.js';
import { reachKafka } from './reach-kafka.js';

describe('a start without its Kafka', () => {
  it.each([
    ['silent', () => new Promise<void>(() => {}), 'no answer'],
    ['away', () => Promise.reject(new Error('connect ECONNREFUSED')), 'ECONNREFUSED'],
  ])('is given up when it is %s, with the addresses and what to do', async (_, ping, said) => {
    const error: unknown = await reachKafka(ping(), ['kafka-1:9092', 'kafka-2:9092'], 10).catch((e) => e);
    expect(isExplained(error)).toBe(true);
    const words = explainStartFailure(error);
    expect(words).toContain('kafka-1:9092, kafka-2:9092');
    expect(words).toContain(said);
    expect(words).toContain('KAFKA_BROKERS');
  });

  it('goes on when it answers', async () => {
    await reachKafka(Promise.resolve(), ['kafka-1:9092'], 10);
  });
});
