export { exactEventCheck } from './exact-event.js';
