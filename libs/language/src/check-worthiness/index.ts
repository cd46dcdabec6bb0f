export { type CheckReasonCode, type CheckWorthiness, checkWorthiness } from './check-worthiness.js';
