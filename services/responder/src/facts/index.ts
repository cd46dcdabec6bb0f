export { factHistoryMigration } from './facts.migration.js';
export { factsControllers, factsProviders } from './facts.parts.js';
export { FactsStore } from './facts.store.js';
export { memoryDeskMigration } from './memory-desk.migration.js';
