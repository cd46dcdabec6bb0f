import { linkKey } from '../keys.js';
import { type Expression, everything, joined, type Query, type QueryField } from './query.js';

/** Posts that match any of a field's values, and all of the fields. A field without values asks nothing. */
export type SearchFilters = Readonly<Partial<Record<QueryField, readonly string[]>>>;

/** Values of one field that a filter may carry. */
export const filterValuesMax = 50;

/** The query and the filters as one expression: adapters need to understand one thing only. */
export function withFilters(query: Query, filters: SearchFilters | undefined): Query {
  const parts: Expression[] = query.kind === 'everything' ? [] : [query];
  for (const [field, values] of Object.entries(filters ?? {})) {
    const any = joined(
      'or',
      values.slice(0, filterValuesMax).map((value) => fieldValue(field as QueryField, value)),
    );
    if (any) parts.push(any);
  }
  return joined('and', parts) ?? everything;
}

/** A link is found however it is written. */
const fieldValue = (field: QueryField, value: string): Expression => ({
  kind: 'field',
  field,
  value: field === 'url' ? (linkKey(value) ?? value) : value,
});
