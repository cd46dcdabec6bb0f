export { Lessons } from './lessons.js';
export { wordDigestsOf } from './word-digests.js';
