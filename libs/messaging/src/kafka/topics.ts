import type { Stream } from '@kentongan/contracts';
import kafkajs, { type Admin, type ITopicConfig } from 'kafkajs';
import type { StreamDrift } from '../stream.port.js';
import { requestMillisecondsMax, topicBatchBytesMax } from './limits.js';

/** Node cannot see this export of kafkajs by its name. */
const { ConfigResourceTypes } = kafkajs;
const hourMilliseconds = 3_600_000;
/** What is past its retention goes by whole segments: one a day, as days are dropped in PostgreSQL. */
const segmentHours = 24;
/** A reader who was away this long still learns of a withdrawal. */
const withdrawalHours = 7 * 24;
const replicasMax = 3;
/** Where a setting comes from, in the protocol's numbers: set on this topic. */
const setOnTopic = 1;
const topicExists = 'TOPIC_ALREADY_EXISTS';

/** A topic as it is on the brokers. */
interface RealTopic {
  readonly partitions: number;
  readonly replicas: number;
  readonly settings: ReadonlyMap<string, string>;
  /** Settings of this topic itself, ours and the operator's: a change has to name them all. */
  readonly own: ReadonlyMap<string, string>;
}

/** What a stream's declaration means to Kafka. */
function settingsOf(stream: Stream, replicas: number): Map<string, string> {
  const isCompacted = stream.keep === 'compacted';
  return new Map([
    ['cleanup.policy', isCompacted ? 'compact' : 'delete'],
    ['retention.ms', isCompacted ? '-1' : String((stream.retentionHours ?? 0) * hourMilliseconds)],
    ['segment.ms', String(segmentHours * hourMilliseconds)],
    ['delete.retention.ms', String(withdrawalHours * hourMilliseconds)],
    // The time of the server, so that retention and `appendedAt` do not hang on the clocks of publishers.
    ['message.timestamp.type', 'LogAppendTime'],
    ['max.message.bytes', String(topicBatchBytesMax)],
    ['min.insync.replicas', String(Math.max(1, replicas - 1))],
  ]);
}

/** Creates what is missing and mends what can be mended. Returns what is left. */
export async function applyTopics(admin: Admin, streams: readonly Stream[]): Promise<readonly StreamDrift[]> {
  const replicas = await replicasOf(admin);
  const missing = await missingOf(admin, streams);
  if (missing.length > 0) await create(admin, missing, replicas);
  const real = await describe(admin, streams);
  for (const stream of streams) {
    const topic = real.get(stream.name);
    if (topic && driftOf(stream, topic, replicas).some(({ isMendable }) => isMendable))
      await mend(admin, stream, topic, replicas);
  }
  return topicDrift(admin, streams);
}

export async function topicDrift(admin: Admin, streams: readonly Stream[]): Promise<readonly StreamDrift[]> {
  const replicas = await replicasOf(admin);
  const missing = await missingOf(admin, streams);
  const real = await describe(
    admin,
    streams.filter((stream) => !missing.includes(stream)),
  );
  return streams.flatMap((stream) => {
    const topic = real.get(stream.name);
    if (topic) return driftOf(stream, topic, replicas);
    return [drift(stream, 'missing', 'exists', 'missing', true)];
  });
}

function driftOf(stream: Stream, topic: RealTopic, replicas: number): StreamDrift[] {
  const drifts: StreamDrift[] = [];
  if (topic.partitions !== stream.partitions)
    drifts.push(drift(stream, 'partitions', String(stream.partitions), String(topic.partitions), false));
  // Copies are moved between brokers by the operator's own tools.
  if (topic.replicas < replicas)
    drifts.push(drift(stream, 'replicas', String(replicas), String(topic.replicas), false));
  for (const [name, declared] of settingsOf(stream, Math.min(replicas, topic.replicas))) {
    const real = topic.settings.get(name);
    if (real !== declared) drifts.push(settingDrift(stream, name, declared, real ?? 'unset'));
  }
  return drifts;
}

/** The settings that stand for the declaration are told in its words. */
function settingDrift(stream: Stream, name: string, declared: string, real: string): StreamDrift {
  if (name === 'cleanup.policy') {
    const keep = (policy: string) => (policy === 'delete' ? 'log' : policy.replace('compact', 'compacted'));
    return drift(stream, 'keep', keep(declared), keep(real), true);
  }
  if (name === 'retention.ms') {
    const hours = (text: string) => (text === '-1' ? 'for ever' : String(Number(text) / hourMilliseconds));
    return drift(stream, 'retentionHours', hours(declared), hours(real), true);
  }
  return drift(stream, name, declared, real, true);
}

function drift(
  stream: Stream,
  what: string,
  declared: string,
  real: string,
  isMendable: boolean,
): StreamDrift {
  return { stream: stream.name, what, declared, real, isMendable };
}

async function replicasOf(admin: Admin): Promise<number> {
  return Math.min(replicasMax, (await admin.describeCluster()).brokers.length);
}

async function missingOf(admin: Admin, streams: readonly Stream[]): Promise<Stream[]> {
  const existing = new Set(await admin.listTopics());
  return streams.filter(({ name }) => !existing.has(name));
}

async function create(admin: Admin, streams: readonly Stream[], replicas: number): Promise<void> {
  const topics = streams.map(
    (stream): ITopicConfig => ({
      topic: stream.name,
      numPartitions: stream.partitions,
      replicationFactor: replicas,
      configEntries: entriesOf(settingsOf(stream, replicas)),
    }),
  );
  try {
    await admin.createTopics({ topics, waitForLeaders: true, timeout: requestMillisecondsMax });
  } catch (error) {
    const errors = (error as { errors?: readonly { type?: string }[] }).errors ?? [
      error as { type?: string },
    ];
    // Another process was quicker.
    if (!errors.every(({ type }) => type === topicExists)) throw error;
  }
}

async function describe(admin: Admin, streams: readonly Stream[]): Promise<Map<string, RealTopic>> {
  if (streams.length === 0) return new Map();
  const names = streams.map(({ name }) => name);
  const { topics } = await admin.fetchTopicMetadata({ topics: names });
  const { resources } = await admin.describeConfigs({
    includeSynonyms: false,
    resources: names.map((name) => ({ type: ConfigResourceTypes.TOPIC, name })),
  });
  const entries = new Map(resources.map(({ resourceName, configEntries }) => [resourceName, configEntries]));
  return new Map(
    topics.map(({ name, partitions }) => {
      const settings = entries.get(name) ?? [];
      const pairs = settings.map(({ configName, configValue }) => [configName, configValue] as const);
      const own = settings.filter(({ configSource }) => Number(configSource) === setOnTopic);
      return [
        name,
        {
          partitions: partitions.length,
          replicas: Math.min(...partitions.map(({ replicas }) => replicas.length)),
          settings: new Map(pairs),
          own: new Map(own.map(({ configName, configValue }) => [configName, configValue])),
        },
      ];
    }),
  );
}

async function mend(admin: Admin, stream: Stream, topic: RealTopic, replicas: number): Promise<void> {
  const wanted = settingsOf(stream, Math.min(replicas, topic.replicas));
  await admin.alterConfigs({
    validateOnly: false,
    resources: [
      {
        type: ConfigResourceTypes.TOPIC,
        name: stream.name,
        configEntries: entriesOf(new Map([...topic.own, ...wanted])),
      },
    ],
  });
}

function entriesOf(settings: ReadonlyMap<string, string>): { name: string; value: string }[] {
  return [...settings].map(([name, value]) => ({ name, value }));
}
