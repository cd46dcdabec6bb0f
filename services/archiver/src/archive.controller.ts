import type { Answer, PostArchive, SearchHit } from '@kentongan/archive';
import {
  ArchivedPost,
  type ArchiveHit,
  ArchivePage,
  CountView,
  FacetsView,
  HistogramView,
} from '@kentongan/contracts';
import { AccessGuard, Allow, Answers, deskRoles } from '@kentongan/platform';
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

/** Search and trends for people: every answer is bounded in size and time. */
@Controller('api/archive')
@UseGuards(AccessGuard)
@Allow('machine', ...deskRoles)
@UsePipes(parameterPipe)
@UseFilters(ArchiveErrorFilter)
export class ArchiveController {
  constructor(
    @Inject(POST_ARCHIVE) private readonly archive: PostArchive,
    @Inject(RegionTable) private readonly regions: RegionTable,
  ) {}

  @Get('search')
  @Answers(ArchivePage)
  async search(
    @Query({ schema: SearchParameters }) parameters: z.infer<typeof SearchParameters>,
  ): Promise<ArchivePage> {
    const { order, limit, cursor, fold, ...selection } = parameters;
    const request = { ...selectionOf(selection), order, limit, ...(cursor === undefined ? {} : { cursor }) };
    const { hits, nextCursor } = answered(await this.archive.search(request));
    const shown = fold === 'true' ? newestOfCopies(hits) : hits;
    return { hits: await this.withCopies(request.regionId, shown), nextCursor };
  }

  @Get('facets')
  @Answers(FacetsView)
  async facets(
    @Query({ schema: FacetParameters }) parameters: z.infer<typeof FacetParameters>,
  ): Promise<FacetsView> {
    const { valuesMax, ...selection } = parameters;
    const request = { ...selectionOf(selection), valuesMax };
    const { facets, countedSince } = answered(await this.archive.facets(request));
    const shown = Object.entries(facets).map(([name, values]) => [name, [...values]]);
    return FacetsView.parse({ ...Object.fromEntries(shown), countedSince });
  }

  @Get('histogram')
  @Answers(HistogramView)
  async histogram(
    @Query({ schema: HistogramParameters }) parameters: z.infer<typeof HistogramParameters>,
  ): Promise<HistogramView> {
    const { unit, ...selection } = parameters;
    const timeZone = this.regions.timeZoneOf(selection.region);
    const request = { ...selectionOf(selection), unit, timeZone };
    const { buckets, countedSince } = answered(await this.archive.histogram(request));
    return { timeZone, unit, buckets: [...buckets], countedSince };
  }

  @Get('count')
  @Answers(CountView)
  async count(
    @Query({ schema: SelectionParameters }) parameters: z.infer<typeof SelectionParameters>,
  ): Promise<CountView> {
    return answered(await this.archive.count(selectionOf(parameters)));
  }

  @Get('posts/:id')
  @Answers(ArchivedPost)
  async post(
    @Param('id') postId: string,
    @Query({ schema: PostParameters }) { region }: z.infer<typeof PostParameters>,
  ): Promise<ArchivedPost> {
    const post = await this.archive.get(region, postId);
    if (!post) throw notFound();
    return shownPost(post);
  }

  private async withCopies(regionId: string, hits: readonly SearchHit[]): Promise<ArchiveHit[]> {
    const keys = hits.map((hit) => hit.post.analysis.nearCopyKey).filter((key) => key !== null);
    const copies = await this.archive.countCopies(regionId, keys);
    return hits.map(({ post, highlights }) => ({
      post: shownPost(post),
      highlights: [...highlights],
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
