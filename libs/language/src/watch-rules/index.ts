export * from './watch-rules.js';
