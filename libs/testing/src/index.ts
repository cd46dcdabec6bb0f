export * from './engines/index.js';
export { createTestDatabase, type TestDatabase } from './test-database.js';
