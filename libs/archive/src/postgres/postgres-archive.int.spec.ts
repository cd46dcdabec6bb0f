import { migrate } from '@kentongan/database';
import { createTestDatabase } from '@kentongan/testing';
import { archiveContract } from '../contract/index.js';
import { archiveMigrations } from './migrations.js';
import { createPostgresArchive } from './postgres-archive.js';

archiveContract('PostgreSQL', async () => {
  const database = await createTestDatabase();
  await migrate(database.url, 'archive', archiveMigrations);
  return { archive: createPostgresArchive(database.pool), close: () => database.drop() };
});
