export { Engine } from './engine.js';
export { freePort } from './free-port.js';
export { type ElasticsearchEngine, startElasticsearch } from './start-elasticsearch.js';
export { type KafkaEngine, startKafka } from './start-kafka.js';
export { distributionPostgres, startPostgres } from './start-postgres.js';
