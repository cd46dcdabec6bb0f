export * from './engines/index.js';
export * from './faults/index.js';
export * from './oracle/index.js';
export { createTestDatabase, type TestDatabase } from './test-database.js';
