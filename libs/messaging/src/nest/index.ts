export { RegionSettingsTable } from './region-settings.table.js';
export { STREAM_PORT, StreamStrategy } from './stream.strategy.js';
export { Subscribe, type SubscribeHandlerOptions } from './subscribe.decorator.js';
