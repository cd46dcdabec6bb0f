import type { estypes } from '@elastic/elasticsearch';
import type { Selection } from '../archive.port.js';
import type { PostPlace } from '../cursor.js';
import { keyOf } from '../keys.js';
import { withFilters } from '../query/filters.js';
import type { Expression } from '../query/query.js';
import { storableText } from '../storable.js';
import { termOf, tokenOf, wordFields } from './word-fields.js';

export type Clause = estypes.QueryDslQueryContainer;

/** Sort values of hits in the order in which the archive lists posts. */
export const newestFirst = [{ firstCreatedAt: 'desc' }, { postId: 'desc' }] as const;

/** Living posts of a region within the selection's time: everything that scores nothing and narrows much. */
export function selectionClauses(selection: Selection): Clause[] {
  const asked = withFilters(selection.query, selection.filters);
  return [
    ...livingPosts(selection.regionId),
    ...timeClauses(selection),
    ...(asked.kind === 'everything' ? [] : [clauseOf(asked)]),
  ];
}

export const livingPosts = (regionId: string): Clause[] => [
  { term: { regionId: storableText(regionId) } },
  { term: { deleted: false } },
];

function timeClauses({ from, to }: Pick<Selection, 'from' | 'to'>): Clause[] {
  if (from === undefined && to === undefined) return [];
  return [
    {
      range: {
        firstCreatedAt: {
          ...(from === undefined ? {} : { gte: Date.parse(from) }),
          ...(to === undefined ? {} : { lt: Date.parse(to) }),
        },
      },
    },
  ];
}

/** Posts listed before (`newer`) or behind (`older`) a place, itself included. */
export function fromPlace(place: PostPlace, side: 'newer' | 'older'): Clause {
  const [past, upTo] = side === 'newer' ? (['gt', 'gte'] as const) : (['lt', 'lte'] as const);
  return {
    bool: {
      should: [
        { range: { firstCreatedAt: { [past]: place.milliseconds } } },
        {
          bool: {
            filter: [
              { term: { firstCreatedAt: place.milliseconds } },
              { range: { postId: { [upTo]: place.postId } } },
            ],
          },
        },
      ],
      minimum_should_match: 1,
    },
  };
}

const term = (value: string): Clause => ({ term: { terms: termOf(storableText(value)) } });

/** An expression as a filter. Whatever a person wrote ends up as a value, never as syntax. */
function clauseOf(expression: Expression): Clause {
  switch (expression.kind) {
    case 'phrase':
      return phraseClause(expression.lexemes);
    case 'field':
      return term(keyOf(expression.field, expression.value));
    case 'and':
      return { bool: { filter: expression.parts.map(clauseOf) } };
    case 'or':
      return { bool: { should: expression.parts.map(clauseOf), minimum_should_match: 1 } };
    case 'not':
      return { bool: { must_not: [clauseOf(expression.part)] } };
  }
}

/** All its words in any order first, which is one quick look-up each; then where they stand. */
function phraseClause(lexemes: readonly string[]): Clause {
  const words = [...new Set(lexemes)].map(term);
  if (lexemes.length === 1) return words[0]!;
  return {
    bool: {
      filter: [
        ...words,
        {
          intervals: {
            [wordFields[0]]: {
              all_of: { ordered: true, max_gaps: 0, intervals: lexemes.map(anyForm) },
            },
          },
        },
      ],
    },
  };
}

const anyForm = (lexeme: string): estypes.QueryDslIntervalsContainer => {
  const query = tokenOf(storableText(lexeme));
  return {
    any_of: {
      intervals: wordFields.map((field, i) => ({
        match: { query, ...(i === 0 ? {} : { use_field: field }) },
      })),
    },
  };
};
