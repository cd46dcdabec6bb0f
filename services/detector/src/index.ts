export { detectorMigrations } from './detector.migrations.js';
export { DetectorModule } from './detector.module.js';
export { detectorSchema } from './detector.schema.js';
export { DetectorQueries, type SignalQuery, type StoredSignal } from './detector-queries.js';
export { forgetPlaces } from './forget-places.js';
export { observedPost } from './observed-post.js';
