export { AnalyzerModule } from './analyzer.module.js';
