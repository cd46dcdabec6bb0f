import { runService } from '@kentongan/boot';
import { AnalyzerModule } from './analyzer.module.js';

await runService({ name: 'analyzer', module: () => AnalyzerModule });
