export { refusedStep } from './clarification-errors.js';
export type { SuggestionSource } from './clarification-rows.js';
export type { StepContext } from './clarification-steps.js';
export { clarificationsMigration } from './clarifications.migration.js';
export { clarificationsControllers, clarificationsProviders } from './clarifications.parts.js';
export { ClarificationsStore } from './clarifications.store.js';
export { type DraftChange, type GatedIssue, ISSUE_GATE, type IssueGate } from './issue-gate.js';
