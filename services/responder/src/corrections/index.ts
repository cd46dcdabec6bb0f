import type { Provider } from '@nestjs/common';
import { CorrectionsController } from './corrections.controller.js';
import { CorrectionsService } from './corrections.service.js';
import { CorrectionsStore } from './corrections.store.js';
import { QualityQueries } from './quality.queries.js';

export { correctionsMigration } from './corrections.migration.js';
export { CorrectionsStore } from './corrections.store.js';

export const correctionsControllers = [CorrectionsController];

/** Needs DATABASE_POOL, CLOCK, RegionTable and ResponderRelay. */
export const correctionsProviders: Provider[] = [CorrectionsStore, CorrectionsService, QualityQueries];
