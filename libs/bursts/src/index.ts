export type { PostTraits } from './composition.js';
export { CopyGroups } from './copy-groups.js';
export type { DetectorSignal, ObservedKey, ObservedPost, WatchCount } from './observed-post.js';
export { RegionDetector } from './region-detector.js';
export type { DetectorChanges, DetectorChunk, DetectorSaved, RegionCounters } from './saved-state.js';
export { surprise } from './surprise.js';
