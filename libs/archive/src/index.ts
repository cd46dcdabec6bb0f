export * from './archive.port.js';
export { byteOrderMark, csvHeader, csvRow } from './export/csv.js';
export { ndjsonRow } from './export/ndjson.js';
export { type MoveOptions, type MoveResult, moveArchive } from './move/move-archive.js';
export { filterValuesMax, type SearchFilters } from './query/filters.js';
export { type ParsedQuery, parseQuery } from './query/parse.js';
export type { QueryProblem } from './query/problems.js';
export { everything, type Query, type QueryField, queryCharactersMax } from './query/query.js';
