export type { ElasticsearchArchiveOptions } from './connection.js';
export { createElasticsearchArchive, type ElasticsearchArchive } from './elasticsearch-archive.js';
export { ArchiveOutage } from './failures.js';
