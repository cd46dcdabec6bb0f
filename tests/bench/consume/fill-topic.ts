import { encodeEvent, postsCollected } from '@kentongan/contracts';
import type { OutgoingRecord, StreamPort } from '@kentongan/messaging';
import { everydayText } from '../../support/invented-posts.js';
import { seededRandom } from '../../support/random.js';

const publishRecords = 2_000;
const textBytes = 140;
/** One in so many has a revision that the schema refuses. */
const plantedEvery = 30_000;

export interface Filled {
  readonly messages: number;
  readonly messageBytes: number;
  /** So many of the messages are not as their schema wants. */
  readonly planted: number;
}

/** Posts as the collector publishes them, the same each time. */
export async function fillTopic(port: StreamPort, messages: number): Promise<Filled> {
  const random = seededRandom(5);
  let bytes = 0;
  for (let at = 0; at < messages; at += publishRecords) {
    const records = Array.from({ length: Math.min(publishRecords, messages - at) }, (_, i) =>
      recordOf(at + i, random),
    );
    for (const { value } of records) bytes += value?.byteLength ?? 0;
    await port.publish(postsCollected, records);
  }
  return {
    messages,
    messageBytes: Math.round(bytes / messages),
    planted: Math.ceil(messages / plantedEvery),
  };
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
      revision: n % plantedEvery === 0 ? 0 : 1,
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
