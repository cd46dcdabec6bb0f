export {
  type ApprovalProblem,
  approvalProblem,
  type MissingApproval,
  missingApproval,
} from './approval/approval.js';
export { whatsappCard } from './card/whatsapp-card.js';
export type { SentenceProblem } from './drafter/check-sentence.js';
export { composeProposal, type Proposal } from './drafter/compose-proposal.js';
export { parseDraftAnswer } from './drafter/draft-answer.js';
export { draftMaterial } from './drafter/draft-material.js';
export { type ChatMessage, draftMessages } from './drafter/draft-request.js';
export { lintClarification } from './lint/lint-clarification.js';
export { ownFactPrefix } from './own-facts.js';
export { maskPersons } from './privacy/mask-persons.js';
export { visibleStrings, visibleText } from './privacy/visible-text.js';
export { questionsStillOpen } from './suggestion/open-questions.js';
export { suggestClarification } from './suggestion/suggest-clarification.js';
export type { Suggestion, SuggestionInput } from './suggestion/suggestion.js';
export { makeVariants } from './variants/make-variants.js';
