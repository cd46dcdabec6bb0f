export { type AnalysisParts, analyzePost, type RegionReading } from './analyze-post.pipeline.js';
export { AnalyzerModule } from './analyzer.module.js';
export { loadParts } from './load-parts.js';
