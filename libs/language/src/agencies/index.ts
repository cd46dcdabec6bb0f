export { type AgencyCandidate, AgencyLearner, type AgencySuggestion } from './agency-learner.js';
export { AgencyJudge, type AgencyModel, packAgencyModel, readAgencyModel } from './agency-model.js';
export { otherAgencies } from './agency-start.js';
