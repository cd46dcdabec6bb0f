import { postsCollected } from '@kentongan/contracts';
import { createKafkaStreams } from '@kentongan/messaging/kafka';
import { startKafka } from '@kentongan/testing';
import type { RoundReport } from '../consume/consumer.process.js';
import { type Contender, contenders } from '../consume/consumers.js';
import { ContenderProcess } from '../consume/contender-process.js';
import { type Filled, fillTopic } from '../consume/fill-topic.js';
import { percentile } from '../percentile.js';

const defaultMessages = 300_000;
const rounds = 5;

const help = `npm run bench -- consume [messages]

Starts a Kafka of its own, fills posts.collected (default ${defaultMessages} messages, a few of them not as their schema wants) and
lets three processes read it in turn: kafkajs alone (JSON decoded, nothing checked), our strategy and Nest's built-in Kafka transport
(both: JSON decoded, checked against the schema). One round to warm up, then ${rounds} that count. Medians, from having joined the group
to the last message. Fails when one that checks lets a wrong message pass.`;

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
  try {
    const filled = await fill(brokers, messages);
    const reports = await measureAll(brokers, filled);
    const [raw, ours, nest] = contenders.map((name) => figuresOf(reports.get(name) ?? [], messages));
    if (!raw || !ours || !nest) throw new Error('every contender has figures');
    return {
      n: messages,
      rounds,
      messageBytes: filled.messageBytes,
      refused: filled.planted,
      perSecond: ours.perSecond,
      rawClientPerSecond: raw.perSecond,
      nestTransportPerSecond: nest.perSecond,
      ratioToRawClient: ratio(ours.perSecond, raw.perSecond),
      ratioToNestTransport: ratio(ours.perSecond, nest.perSecond),
      processorMicroseconds: ours.processorMicroseconds,
      rawClientProcessorMicroseconds: raw.processorMicroseconds,
      nestTransportProcessorMicroseconds: nest.processorMicroseconds,
    };
  } finally {
    await engine.stop();
  }
}

async function fill(brokers: string, messages: number): Promise<Filled> {
  const port = createKafkaStreams({ brokers: [brokers], clientId: 'bench' });
  try {
    await port.apply([postsCollected]);
    return await fillTopic(port, messages);
  } finally {
    await port.close();
  }
}

/** The contenders take turns, so that a busy machine slows all of them. */
async function measureAll(brokers: string, filled: Filled): Promise<Map<Contender, RoundReport[]>> {
  const processes = contenders.map((name) => ({ name, process: new ContenderProcess(name, brokers) }));
  const reports = new Map<Contender, RoundReport[]>(contenders.map((name) => [name, []]));
  try {
    for (let round = 0; round <= rounds; round += 1)
      for (const { name, process } of processes) {
        const report = await process.round({ group: `bench-${name}-${round}`, messages: filled.messages });
        prove(name, report, filled);
        console.error(
          `${round ? 'round' : 'warm-up'} ${name}: ${Math.round(filled.messages / report.seconds)}/s`,
        );
        if (round > 0) reports.get(name)?.push(report);
      }
    return reports;
  } finally {
    for (const { process } of processes) process.stop();
  }
}

/** Who checks refuses what was planted, all of it and nothing else; the bare client knows no schema. */
function prove(name: Contender, { handled, refused }: RoundReport, { messages, planted }: Filled): void {
  const wanted = name === 'raw' ? 0 : planted;
  if (refused !== wanted || handled !== messages - wanted)
    throw new Error(`${name} refused ${refused} and handled ${handled} of ${messages}: ${wanted} are wrong`);
}

function figuresOf(reports: readonly RoundReport[], messages: number) {
  const median = (each: (report: RoundReport) => number, decimals: number) =>
    percentile(reports.map(each), 50, decimals);
  return {
    perSecond: median(({ seconds }) => messages / seconds, 0),
    processorMicroseconds: median(({ processorSeconds }) => (processorSeconds / messages) * 1_000_000, 1),
  };
}

const ratio = (a: number, b: number): number => Math.round((a / b) * 100) / 100;
