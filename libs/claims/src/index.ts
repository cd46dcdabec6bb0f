export type { FactForm } from './import/fact-forms.js';
export { type FactRead, FactReader } from './import/fact-reader.js';
export type { ImportProblem, ImportProblemCode } from './import/import-problem.js';
export { factsMax, HoaxMemory, type RankedFact } from './memory/hoax-memory.js';
export { NearCopyIndex, type NearCopyLimits } from './near-copies/near-copy-index.js';
export { nearCopyKey } from './near-copies/near-copy-key.js';
export { Bm25 } from './ranking/bm25.js';
export { rankingTermsOf } from './ranking/ranking-terms.js';
