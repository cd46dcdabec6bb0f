import type { Answer, Facets, HistogramBucket, PostArchive, PostCount, SearchHit } from '@kentongan/archive';
import { AccessGuard } from '@kentongan/platform';
import { Controller, Get, Inject, Param, Query, UseFilters, UseGuards, UsePipes } from '@nestjs/common';
import type { z } from 'zod';
import { ArchiveErrorFilter } from './archive-error.filter.js';
import { noAnswer, notFound } from './archive-errors.js';
import { POST_ARCHIVE } from './archiver.options.js';
import { RegionTable } from './region-table.js';
import {
  FacetParameters,
  HistogramParameters,
  PostParameters,
  parameterPipe,
  SearchParameters,
  SelectionParameters,
  selectionOf,
} from './search-parameters.js';
import { shownPost } from './shown-post.js';

type ShownHit = Omit<SearchHit, 'post'> & {
  readonly post: ReturnType<typeof shownPost>;
  /** Other posts of the region with the same text or nearly so. */
  readonly copies: number;
};

/** Search and trends for people: every answer is bounded in size and time. */
@Controller('api/archive')
@UseGuards(AccessGuard)
@UsePipes(parameterPipe)
@UseFilters(ArchiveErrorFilter)
export class ArchiveController {
  constructor(
    @Inject(POST_ARCHIVE) private readonly archive: PostArchive,
    @Inject(RegionTable) private readonly regions: RegionTable,
  ) {}

  @Get('search')
  async search(
    @Query({ schema: SearchParameters }) parameters: z.infer<typeof SearchParameters>,
  ): Promise<{ hits: ShownHit[]; nextCursor: string | null }> {
    const { order, limit, cursor, fold, ...selection } = parameters;
    const request = { ...selectionOf(selection), order, limit, ...(cursor === undefined ? {} : { cursor }) };
    const { hits, nextCursor } = answered(await this.archive.search(request));
    const shown = fold === 'true' ? newestOfCopies(hits) : hits;
    return { hits: await this.withCopies(request.regionId, shown), nextCursor };
  }

  @Get('facets')
  async facets(
    @Query({ schema: FacetParameters }) parameters: z.infer<typeof FacetParameters>,
  ): Promise<Facets> {
    const { valuesMax, ...selection } = parameters;
    return answered(await this.archive.facets({ ...selectionOf(selection), valuesMax }));
  }

  @Get('histogram')
  async histogram(
    @Query({ schema: HistogramParameters }) parameters: z.infer<typeof HistogramParameters>,
  ): Promise<{ timeZone: string; unit: string; buckets: readonly HistogramBucket[] }> {
    const { unit, ...selection } = parameters;
    const timeZone = this.regions.timeZoneOf(selection.region);
    const buckets = answered(await this.archive.histogram({ ...selectionOf(selection), unit, timeZone }));
    return { timeZone, unit, buckets };
  }

  @Get('count')
  async count(
    @Query({ schema: SelectionParameters }) parameters: z.infer<typeof SelectionParameters>,
  ): Promise<PostCount> {
    return answered(await this.archive.count(selectionOf(parameters)));
  }

  @Get('posts/:id')
  async post(
    @Param('id') postId: string,
    @Query({ schema: PostParameters }) { region }: z.infer<typeof PostParameters>,
  ): Promise<ReturnType<typeof shownPost>> {
    const post = await this.archive.get(region, postId);
    if (!post) throw notFound();
    return shownPost(post);
  }

  private async withCopies(regionId: string, hits: readonly SearchHit[]): Promise<ShownHit[]> {
    const keys = hits.map((hit) => hit.post.analysis.nearCopyKey).filter((key) => key !== null);
    const copies = await this.archive.countCopies(regionId, keys);
    return hits.map(({ post, highlights }) => ({
      post: shownPost(post),
      highlights,
      copies: Math.max(0, (copies.get(post.analysis.nearCopyKey ?? '') ?? 1) - 1),
    }));
  }
}

function answered<T>(answer: Answer<T>): T {
  if (!answer.ok) throw noAnswer(answer.problem);
  return answer.value;
}

/** The first hit of each text; hits without a near-copy key stand for themselves. */
function newestOfCopies(hits: readonly SearchHit[]): SearchHit[] {
  const seen = new Set<string>();
  return hits.filter(({ post }) => {
    const key = post.analysis.nearCopyKey;
    if (key === null) return true;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
