// One real broker and one real search node for the whole run, unless the environment names others.
// Suites that kill servers start their own (libs/testing).
import startPostgres from './jest-start-postgres.mjs';

export default async function startEngines() {
  await startPostgres();
  const { startElasticsearch, startKafka } = await import('../libs/testing/dist/index.js');
  globalThis.kentonganTestEngines = [];
  if (!process.env.TEST_KAFKA_BROKERS) {
    const { engine, brokers } = await startKafka();
    globalThis.kentonganTestEngines.push(engine);
    process.env.TEST_KAFKA_BROKERS = brokers;
  }
  if (!process.env.TEST_ELASTICSEARCH_URL) {
    const { engine, url } = await startElasticsearch();
    globalThis.kentonganTestEngines.push(engine);
    process.env.TEST_ELASTICSEARCH_URL = url;
  }
}
