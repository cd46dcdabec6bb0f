export { liveMigrations } from './live.migrations.js';
export { liveControllers, liveProviders } from './live.module.js';
export { LiveHub } from './live-hub.js';
export { SESSION_CHECK } from './session-check.port.js';
