import { Module } from '@nestjs/common';
import { AnalyzerHandlers } from './analyzer.handlers.js';
import { AnalyzerService } from './analyzer.service.js';

@Module({ providers: [AnalyzerService], controllers: [AnalyzerHandlers] })
export class AnalyzerModule {}
