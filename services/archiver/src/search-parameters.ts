import {
  everything,
  facetValuesMax,
  filterValuesMax,
  pagePostsMax,
  parseQuery,
  type SearchFilters,
  type Selection,
} from '@kentongan/archive';
import { RegionId } from '@kentongan/contracts';
import { StandardSchemaValidationPipe } from '@nestjs/common';
import { z } from 'zod';
import { badParameters, badQuery } from './archive-errors.js';

const defaultPagePosts = 50;
const defaultFacetValues = 50;
const valueCharactersMax = 200;
const linkCharactersMax = 2_000;

const Time = z.iso.datetime({ offset: true });
/** Given once or several times: `platform=a&platform=b`. */
const valuesOf = (charactersMax: number) => {
  const Value = z.string().min(1).max(charactersMax);
  return z.union([Value.transform((value) => [value]), z.array(Value).max(filterValuesMax)]).optional();
};
const Values = valuesOf(valueCharactersMax);

/** The author's key is not among them: nobody's posts are to be collected into a profile. */
const filters = {
  source: Values,
  platform: Values,
  language: Values,
  sentiment: Values,
  postType: Values,
  subject: Values,
  place: Values,
  hashtag: Values,
  fact: Values,
  hoaxLevel: Values,
  nearCopy: Values,
  watchRule: Values,
  url: valuesOf(linkCharactersMax),
  authorKind: Values,
};

const selection = {
  region: RegionId,
  q: z.string().optional(),
  from: Time.optional(),
  to: Time.optional(),
  ...filters,
};

const wholeNumber = (min: number, max: number) => z.coerce.number().int().min(min).max(max);

export const SelectionParameters = z.strictObject(selection);
export const SearchParameters = z.strictObject({
  ...selection,
  order: z.enum(['newest', 'best']).default('newest'),
  limit: wholeNumber(1, pagePostsMax).default(defaultPagePosts),
  cursor: z.string().max(1_000).optional(),
  /** `true`: of the copies of one text on a page, only the newest is shown. */
  fold: z.enum(['true', 'false']).default('false'),
});
export const FacetParameters = z.strictObject({
  ...selection,
  valuesMax: wholeNumber(1, facetValuesMax).default(defaultFacetValues),
});
export const HistogramParameters = z.strictObject({
  ...selection,
  unit: z.enum(['hour', 'day', 'week', 'month']).default('day'),
});
export const ExportParameters = z.strictObject({
  ...selection,
  format: z.enum(['csv', 'ndjson']).default('csv'),
});
export const PostParameters = z.strictObject({ region: RegionId });

/** Checks every parameter that carries a schema; what does not fit is told with its name. */
export const parameterPipe = new StandardSchemaValidationPipe({ exceptionFactory: badParameters });

/** @throws BadRequestException when `q` cannot be read, with the place of the problem */
export function selectionOf(parameters: z.infer<typeof SelectionParameters>): Selection {
  const { region, q, from, to } = parameters;
  const parsed =
    q === undefined || q.trim() === '' ? { ok: true as const, query: everything } : parseQuery(q);
  if (!parsed.ok) throw badQuery(parsed.problem);
  const asked: { -readonly [Field in keyof SearchFilters]: readonly string[] } = {};
  for (const field of Object.keys(filters) as (keyof typeof filters)[]) {
    const values = parameters[field];
    if (values) asked[field] = values;
  }
  return {
    regionId: region,
    query: parsed.query,
    filters: asked,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
}
