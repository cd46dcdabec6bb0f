import { Module } from '@nestjs/common';
import { AnalyzerHandlers } from './analyzer.handlers.js';
import { AnalyzerService } from './analyzer.service.js';
import { ChecksController } from './checks/checks.controller.js';
import { checksProviders } from './checks/checks.parts.js';

/** Needs STREAM_PORT, CLOCK, ACCESS_TOKEN and SIGNING_KEY from a global module. */
@Module({
  providers: [AnalyzerService, ...checksProviders],
  controllers: [AnalyzerHandlers, ChecksController],
})
export class AnalyzerModule {}
