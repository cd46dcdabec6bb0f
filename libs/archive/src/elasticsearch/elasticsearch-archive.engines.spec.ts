import { migrate } from '@kentongan/database';
import { createTestDatabase } from '@kentongan/testing';
import { archiveContract, corpusContract } from '../contract/index.js';
import { archiveMigrations, createPostgresArchive } from '../postgres/index.js';
import { openTestArchive } from './testing/test-archive.js';

archiveContract('Elasticsearch', openTestArchive);

corpusContract(
  'PostgreSQL and Elasticsearch',
  async () => {
    const database = await createTestDatabase();
    await migrate(database.url, 'archive', archiveMigrations);
    return { archive: createPostgresArchive(database.pool), close: () => database.drop() };
  },
  openTestArchive,
);
