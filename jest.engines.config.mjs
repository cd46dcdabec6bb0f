import usual from './jest.config.mjs';

// The suites that need real Kafka and Elasticsearch. One worker: the servers share the cores with them.
export default {
  ...usual,
  testMatch: usual.testMatch.map((pattern) => pattern.replace('*.spec.js', '*.engines.spec.js')),
  testPathIgnorePatterns: ['/node_modules/'],
  globalSetup: '<rootDir>/scripts/jest-start-engines.mjs',
  globalTeardown: '<rootDir>/scripts/jest-stop-engines.mjs',
  maxWorkers: 1,
  testTimeout: 120_000,
};
