import { startElasticsearch, startKafka } from '@kentongan/testing';
import { inTemporaryFolder } from '../support/temporary-folder.js';
import { measureRawBulk } from './raw-bulk.js';
import { measureRawInsert } from './raw-insert.js';

const rawSeconds = 15;

/** What the road stands on during a bench, and how fast that is with nothing of ours around it. */
export interface PipelineServers {
  readonly name: 'embedded' | 'engines';
  /** For the desk's process. */
  readonly environment: Readonly<Record<string, string>>;
  /** Bare writes of posts per second, measured when the desk is gone. */
  rawPerSecond(textBytes: number): Promise<number>;
  stop(): Promise<void>;
}

export const embeddedServers: PipelineServers = {
  name: 'embedded',
  environment: {},
  rawPerSecond: (textBytes) => inTemporaryFolder((folder) => measureRawInsert(folder, rawSeconds, textBytes)),
  stop: async () => {},
};

/** Real Kafka and Elasticsearch on the same machine; the desk's own tables stay in its PostgreSQL. */
export async function startEngineServers(): Promise<PipelineServers> {
  const kafka = await startKafka();
  const elasticsearch = await startElasticsearch();
  return {
    name: 'engines',
    environment: { KAFKA_BROKERS: kafka.brokers, ELASTICSEARCH_URL: elasticsearch.url },
    rawPerSecond: (textBytes) => measureRawBulk(elasticsearch.url, rawSeconds, textBytes),
    stop: async () => {
      await elasticsearch.engine.stop();
      await kafka.engine.stop();
    },
  };
}
