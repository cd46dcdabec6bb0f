export * from './corrections/index.js';
export * from './languages/index.js';
export * from './places/index.js';
export * from './post-types/index.js';
export * from './sentiment/index.js';
export * from './subjects/index.js';
export * from './tokens/index.js';
export * from './watch-rules/index.js';
