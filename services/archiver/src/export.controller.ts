import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { byteOrderMark, csvHeader, csvRow, ndjsonRow, type PostArchive } from '@kentongan/archive';
import type { CorrectedPost } from '@kentongan/contracts';
import { AccessGuard, Allow, deskRoles } from '@kentongan/platform';
import { Controller, Get, Inject, Logger, Query, Res, UseFilters, UseGuards, UsePipes } from '@nestjs/common';
import type { z } from 'zod';
import { ArchiveErrorFilter } from './archive-error.filter.js';
import { tooManyExports } from './archive-errors.js';
import { POST_ARCHIVE } from './archiver.options.js';
import { ExportParameters, parameterPipe, selectionOf } from './search-parameters.js';

/** Exports at once: each keeps a connection of the database busy. */
const exportsMax = 2;
/** Posts of one export; told in the header X-Posts-Max, so that a full file is known to be cut. */
const exportPostsMax = 500_000;

const formats = {
  csv: { type: 'text/csv; charset=utf-8', head: byteOrderMark + csvHeader, row: csvRow },
  ndjson: { type: 'application/x-ndjson; charset=utf-8', head: '', row: ndjsonRow },
} as const;

/** All posts of a search as a file, written no faster than the reader takes it. */
@Controller('api/archive/export')
@UseGuards(AccessGuard)
@Allow('machine', ...deskRoles)
@UsePipes(parameterPipe)
@UseFilters(ArchiveErrorFilter)
export class ExportController {
  private readonly log = new Logger('Archiver');
  private running = 0;

  constructor(@Inject(POST_ARCHIVE) private readonly archive: PostArchive) {}

  @Get()
  async export(
    @Query({ schema: ExportParameters }) parameters: z.infer<typeof ExportParameters>,
    @Res() response: ServerResponse,
  ): Promise<void> {
    const { format, ...selection } = parameters;
    const asked = selectionOf(selection);
    if (this.running >= exportsMax) throw tooManyExports();
    this.running += 1;
    try {
      const pages = this.archive.export(asked, exportPostsMax)[Symbol.asyncIterator]();
      // The first page is read before the head is sent: what goes wrong until then still gets its status.
      const first = await pages.next();
      response.setHeader('content-type', formats[format].type);
      response.setHeader('content-disposition', `attachment; filename="arsip-${asked.regionId}.${format}"`);
      response.setHeader('x-posts-max', String(exportPostsMax));
      await pipeline(Readable.from(chunksOf(formats[format], first, pages)), response);
    } catch (error) {
      if (!response.headersSent) throw error;
      // The file is cut, and the connection with it: half an export must not look whole.
      this.log.warn(`An export ended early: ${(error as Error).message}`);
    } finally {
      this.running -= 1;
    }
  }
}

async function* chunksOf(
  format: { readonly head: string; readonly row: (post: CorrectedPost) => string },
  first: IteratorResult<readonly CorrectedPost[]>,
  pages: AsyncIterator<readonly CorrectedPost[]>,
): AsyncIterable<string> {
  try {
    if (format.head) yield format.head;
    for (let page = first; !page.done; page = await pages.next()) {
      const chunk = page.value.map(format.row).join('');
      if (chunk) yield chunk;
    }
  } finally {
    // A reader that goes away early ends the search behind it, too.
    await pages.return?.();
  }
}
