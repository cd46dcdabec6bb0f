import type { PostArchive } from '@kentongan/archive';
import { storedCount } from '@kentongan/archive/contract';
import type { Stream } from '@kentongan/contracts';
import type { StreamPort } from '@kentongan/messaging';
import { RecordingObserver } from '@kentongan/messaging/contract';
import { createTestDatabase, type Issued, judge, Oracle, type Verdict } from '@kentongan/testing';
import { until } from '../../support/until.js';
import { Consumer, type ConsumerPlan } from './consumer.js';
import { Load, type LoadOptions, publishAll } from './load.js';
import { archivedEffects, postRecord, suiteStream } from './oracle-posts.js';
import { openParts, prepareArchive, type Servers } from './parts.js';

const drainSecondsMax = 120;
const freshSecondsMax = 30;

export interface SuiteOptions {
  /** Short and unique: names the stream, the group and the region. */
  readonly name: string;
  readonly partitions?: number;
  readonly servers?: Partial<Servers>;
}

/** One suite's world: a stream, a region, a group, an oracle, and the consumers that it shoots. */
export class Suite {
  readonly oracle: Oracle;
  readonly group: string;
  readonly region: string;
  private readonly consumers: Consumer[] = [];
  private readonly loads: Load[] = [];

  private constructor(
    readonly name: string,
    readonly stream: Stream,
    readonly servers: Servers,
    readonly port: StreamPort,
    readonly archive: PostArchive,
    readonly observer: RecordingObserver,
    private readonly release: () => Promise<void>,
  ) {
    this.oracle = new Oracle(name);
    this.group = `${name}-archiver`;
    this.region = `wilayah-${name}`;
  }

  static async open(options: SuiteOptions): Promise<Suite> {
    const database = await createTestDatabase();
    const servers: Servers = { ...testServers(database.url), ...options.servers };
    await prepareArchive(servers);
    const observer = new RecordingObserver();
    const { streams, archive, close } = openParts(servers, observer);
    const name = `${options.name}-${process.pid}`;
    const stream = suiteStream(name, options.partitions ?? 4);
    await streams.apply([stream]);
    return new Suite(name, stream, servers, streams, archive, observer, async () => {
      await close();
      await database.drop();
    });
  }

  async startConsumer(plan: Partial<ConsumerPlan> = {}): Promise<Consumer> {
    const consumer = await Consumer.start({
      servers: this.servers,
      suite: this.name,
      partitions: this.stream.partitions,
      group: this.group,
      batchMessagesMax: 50,
      restBeforeWriteMilliseconds: 0,
      poisonKeys: [],
      ...plan,
    });
    this.consumers.push(consumer);
    return consumer;
  }

  startLoad(options: Pick<LoadOptions, 'batchMessages' | 'restMilliseconds'>): Load {
    const load = new Load({ ...this.publishing(), ...options });
    this.loads.push(load);
    return load;
  }

  publish(issued: readonly Issued[], revision = 1): Promise<number> {
    return publishAll(this.publishing(revision), issued);
  }

  /** Messages that the group has not committed; NaN while the broker does not know the group. */
  async lag(): Promise<number> {
    const [state] = await this.port.states([this.stream]);
    return state?.groups.find(({ group }) => group === this.group)?.lag ?? Number.NaN;
  }

  async deadLetters(): Promise<number> {
    return (await this.port.states([this.stream]))[0]?.deadLetters ?? 0;
  }

  /** NaN while the archive gives no answer. */
  archivedCount(): Promise<number> {
    return storedCount(this.archive, this.region).catch(() => Number.NaN);
  }

  /** Waits until the group has committed everything. */
  drained(secondsMax = drainSecondsMax): Promise<number> {
    return until(
      () => this.lag().catch(() => Number.NaN),
      (lag) => lag === 0,
      secondsMax,
    );
  }

  /** Seconds until a post sent now is in the archive. */
  async freshSeconds(secondsMax = freshSecondsMax, revision = 1): Promise<number> {
    const startedAt = performance.now();
    const fresh = this.oracle.issue();
    await this.publish([fresh], revision);
    await until(
      () => this.archive.get(this.region, `uji:${fresh.id}`).catch(() => null),
      (post) => post !== null,
      secondsMax,
    );
    return (performance.now() - startedAt) / 1_000;
  }

  /** The judge's word on the archive, after everything drained. @param revision that every post must have reached */
  async verdict(faultsSeen: number, revision = 1): Promise<Verdict> {
    const freshPassed = await this.freshSeconds(freshSecondsMax, revision).then(
      () => true,
      () => false,
    );
    await this.drained();
    return judge({
      issued: this.oracle.issued,
      obligations: this.oracle.obligations,
      effects: await this.settledEffects(revision),
      faultsSeen,
      freshPassed,
    });
  }

  async close(): Promise<void> {
    for (const load of this.loads) await load.stop().catch(() => {});
    for (const consumer of this.consumers) await consumer.end();
    await this.release();
  }

  /** A search server shows what was written a moment later. */
  private async settledEffects(revision: number) {
    const wanted = this.oracle.obligations.size;
    const read = () => archivedEffects(this.archive, this.region, revision);
    return until(read, (effects) => effects.length >= wanted, 5).catch(read);
  }

  private publishing(revision = 1) {
    const { port, stream, oracle } = this;
    return { port, stream, oracle, recordOf: (issued: Issued) => postRecord(this.region, issued, revision) };
  }
}

/** The broker and the node of the test run. */
function testServers(databaseUrl: string): Servers {
  const [brokers = '', elasticsearchUrl = ''] = ['TEST_KAFKA_BROKERS', 'TEST_ELASTICSEARCH_URL'].map(
    (name) => process.env[name],
  );
  if (!brokers || !elasticsearchUrl)
    throw new Error('the servers are not there: run the suites through `npm run test:engines`');
  return { databaseUrl, kafkaBrokers: brokers.split(','), elasticsearchUrl };
}
