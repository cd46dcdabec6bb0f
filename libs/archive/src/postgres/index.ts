export { archiveMigrations } from './migrations.js';
export { createPostgresArchive } from './postgres-archive.js';
