export { type ClockedIssue, deadlineOf, serviceClocks } from './clocks/deadline.js';
export { agencyFor } from './issue/agency-for.js';
export { factOf, isMostlyPress } from './issue/composition.js';
export { postsSelectionOf, type SelectionSource } from './issue/posts-selection.js';
export { isSameThing, joinTraces, type Traces, tokensOf, tracesOfSignal } from './issue/same-thing.js';
export { agencyConfidenceMin, suggestAgencies, textsOfIssue } from './issue/suggest-agencies.js';
export { type TitleNames, titleOf, withoutJudgement } from './issue/title.js';
export { allowedMoves } from './moves/allowed-moves.js';
export {
  type Actor,
  type AskedMove,
  type ClarificationFacts,
  decideMove,
  type IssueFacts,
  type MoveDecision,
  type MoveRefusal,
  moveRefusals,
  undoSeconds,
} from './moves/decide-move.js';
export { type DeskMove, moveTable } from './moves/move-table.js';
export { evidenceCodes, priorityOf } from './priority/priority.js';
export type { TriageInput } from './priority/priority-input.js';
export { rankOfLevel, rubric } from './priority/rubric.js';
export { routeReasonCodes, suggestRoute } from './route/suggest-route.js';
export { triage } from './triage.js';
