export { type AnalysisParts, type RegionReading, readPost } from './analyze-post.pipeline.js';
export { AnalyzerModule } from './analyzer.module.js';
export { loadParts } from './load-parts.js';
