export { type AgencyCandidate, AgencyLearner, type AgencySuggestion } from './agency-learner.js';
