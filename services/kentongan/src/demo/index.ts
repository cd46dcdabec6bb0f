export { demoFacts } from './city/demo-facts.js';
export { type EventKind, eventKinds } from './city/events/event-kinds.js';
export { cityPlaces } from './city/places.js';
export { type SimulatedDay, type SimulatedEvent, simulateDay, simulateHistory } from './city/simulate.js';
export { SimulatedCity } from './city/simulated-city.js';
export type { SimulatedPost } from './city/simulated-post.js';
export { demoRegion, demoSourceId } from './program/demo-region.js';
export { majority, postIdsOf } from './program/heard-events.js';
