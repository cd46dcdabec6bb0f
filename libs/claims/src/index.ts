export type { FactDefaults } from './import/fact-record.js';
export { type FactFormat, type ImportProblem, type ParsedFacts, parseFacts } from './import/parse-facts.js';
export { factsMax, HoaxMemory, type RankedFact } from './memory/hoax-memory.js';
export { NearCopyIndex, type NearCopyLimits } from './near-copies/near-copy-index.js';
export { nearCopyKey } from './near-copies/near-copy-key.js';
export { Bm25 } from './ranking/bm25.js';
export { ClaimRanking } from './ranking/claim-ranking.js';
export { guardedMatch, type PostNature } from './stance/guarded-match.js';
export { decideStance, type StanceDecision } from './stance/stance.js';
