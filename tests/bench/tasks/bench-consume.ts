import { encodeEvent, postsCollected } from '@kentongan/contracts';
import type { OutgoingRecord, StreamPort } from '@kentongan/messaging';
import { createKafkaStreams } from '@kentongan/messaging/kafka';
import { startKafka } from '@kentongan/testing';
import { everydayText } from '../../support/invented-posts.js';
import { seededRandom } from '../../support/random.js';
import { nestTransport, ourStrategy, rawClient, type StartConsumer } from '../consumers.js';

const defaultMessages = 200_000;
const rounds = 3;
const publishRecords = 2_000;
const textBytes = 140;
const roundSecondsMax = 120;

const help = `npm run bench -- consume [messages]

Starts a Kafka of its own, fills posts.collected (default ${defaultMessages} messages) and reads it ${rounds} times each with
kafkajs alone, with our strategy and with Nest's built-in Kafka transport. Medians, from having joined the group to the last message.`;

/** How fast is a handler on our strategy, beside the bare client and beside what Nest brings along? */
export default async function benchConsume([count]: string[]): Promise<Record<string, unknown>> {
  if (count === '--help') {
    console.log(help);
    return {};
  }
  const messages = Number(count ?? defaultMessages);
  if (!Number.isSafeInteger(messages) || messages < 1_000)
    throw new Error('at least 1000 messages are needed');
  const { engine, brokers } = await startKafka();
  const port = createKafkaStreams({ brokers: [brokers], clientId: 'bench' });
  try {
    await port.apply([postsCollected]);
    const messageBytes = await fill(port, messages);
    const figures = await measureAll(
      { raw: rawClient(brokers), ours: ourStrategy(port), nest: nestTransport(brokers) },
      messages,
    );
    const { raw = 0, ours = 0, nest = 0 } = figures;
    return {
      n: messages,
      messageBytes,
      perSecond: Math.round(ours),
      rawClientPerSecond: Math.round(raw),
      nestTransportPerSecond: Math.round(nest),
      ratioToRawClient: Math.round((ours / raw) * 100) / 100,
      ratioToNestTransport: Math.round((ours / nest) * 100) / 100,
    };
  } finally {
    await port.close();
    await engine.stop();
  }
}

/** The contenders take turns, so that a busy machine slows all of them. */
async function measureAll(
  consumers: Readonly<Record<string, StartConsumer>>,
  messages: number,
): Promise<Record<string, number>> {
  const rates = new Map<string, number[]>(Object.keys(consumers).map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1)
    for (const [name, start] of Object.entries(consumers)) {
      const rate = await measure(start, `bench-${name}-${round}`, messages);
      console.error(`${name}: ${Math.round(rate)}/s`);
      rates.get(name)?.push(rate);
    }
  return Object.fromEntries(
    [...rates].map(([name, each]) => [name, each.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0]),
  );
}

/** Messages per second from the joining of the group on, so that the first fetch counts as well. */
async function measure(start: StartConsumer, group: string, messages: number): Promise<number> {
  let seen = 0;
  let finish: (at: number) => void = () => {};
  const finished = new Promise<number>((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`${group}: ${seen} of ${messages} after ${roundSecondsMax} s`)),
      roundSecondsMax * 1_000,
    );
    finish = (at) => {
      clearTimeout(timer);
      resolve(at);
    };
  });
  const consumer = await start(group, (count) => {
    seen += count;
    if (seen >= messages) finish(performance.now());
  });
  const startedAt = performance.now();
  const seconds = ((await finished) - startedAt) / 1_000;
  await consumer.stop();
  return messages / seconds;
}

async function fill(port: StreamPort, messages: number): Promise<number> {
  const random = seededRandom(5);
  let bytes = 0;
  for (let at = 0; at < messages; at += publishRecords) {
    const records = Array.from({ length: Math.min(publishRecords, messages - at) }, (_, i) =>
      recordOf(at + i, random),
    );
    for (const { value } of records) bytes += value?.byteLength ?? 0;
    await port.publish(postsCollected, records);
  }
  return Math.round(bytes / messages);
}

function recordOf(n: number, random: () => number): OutgoingRecord {
  const postId = `bench:${n}`;
  const at = new Date(Date.UTC(2026, 2, 2) + n * 100).toISOString();
  const value = encodeEvent({
    id: `event-${n}`,
    type: 'post.collected',
    v: 1,
    occurredAt: at,
    regionId: 'kota-contoh',
    correlationId: `c-${n}`,
    causationId: null,
    data: {
      postId,
      revision: 1,
      mode: 'live',
      platform: 'bench',
      text: everydayText(random, textBytes),
      createdAt: at,
      firstCreatedAt: at,
      fetchedAt: at,
      authorKey: `author-${n % 5_000}`,
      authorKind: 'person',
      foundBy: ['bench-feed'],
      deleted: false,
      likes: n % 100,
    },
  });
  return { key: `kota-contoh|${postId}`, value };
}
