export * from './outcome.js';
export * from './stream.port.js';
