import type { estypes } from '@elastic/elasticsearch';
import { wordFields } from './word-fields.js';

/** Raised when a mapping or the way texts are cut into words changes; `archive reindex` carries the months over. */
export const templateVersion = 1;

/** Deepest place that facets and histograms begin to count from, see newest-hits.ts. */
const resultWindowMax = 30_000;

const keyword = { type: 'keyword' } as const;
/** Only looked up: no column for it. */
const unlisted = { type: 'keyword', doc_values: false } as const;
const positions = { type: 'text', analyzer: 'whitespace', norms: false, index_options: 'positions' } as const;

/**
 * What is searched, sorted or counted has a field; all else is in `_source` alone. Words and keys are made by our own
 * code (`terms`, and `words…` for phrases) and are not kept in `_source`: they can be made again from the text.
 */
export const postMappings: estypes.MappingTypeMapping = {
  dynamic: false,
  _source: { excludes: ['terms', ...wordFields] },
  properties: {
    regionId: keyword,
    postId: keyword,
    firstCreatedAt: { type: 'date' },
    fetchedAt: { type: 'date' },
    deleted: { type: 'boolean' },
    platform: keyword,
    language: keyword,
    sentiment: keyword,
    postType: keyword,
    sources: keyword,
    subjects: keyword,
    places: keyword,
    nearCopyKey: keyword,
    terms: unlisted,
    ...Object.fromEntries(wordFields.map((name) => [name, positions])),
  },
};

export interface IndexShape {
  readonly shards: number;
  /** For instance `0-1`: a copy as soon as there is a second node. */
  readonly replicas: string;
}

export const postSettings = ({ shards, replicas }: IndexShape): estypes.IndicesIndexSettings => ({
  number_of_shards: shards,
  auto_expand_replicas: replicas,
  refresh_interval: '1s',
  max_result_window: resultWindowMax,
  translog: { durability: 'request' },
  // The order in which every search asks for posts: it can stop after the first hits.
  sort: { field: ['firstCreatedAt', 'postId'], order: ['desc', 'desc'] },
});

export const erasedAuthorMappings: estypes.MappingTypeMapping = {
  dynamic: false,
  properties: { regionId: keyword, authorKey: keyword, erasedAt: { type: 'date' } },
};
