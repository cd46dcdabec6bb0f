// Tests run on the compiled output: the same files that users run, worker threads included, and no transform.
export default {
  testMatch: ['<rootDir>/{libs,services}/*/dist/**/*.spec.js', '<rootDir>/tests/dist/**/*.spec.js'],
  testPathIgnorePatterns: ['/node_modules/', '\\.engines\\.spec\\.js$'],
  transform: {},
  testEnvironment: 'node',
  globalSetup: '<rootDir>/scripts/jest-start-postgres.mjs',
  globalTeardown: '<rootDir>/scripts/jest-stop-postgres.mjs',
  maxWorkers: 2,
  workerIdleMemoryLimit: '700MB',
  testTimeout: 30_000,
};
