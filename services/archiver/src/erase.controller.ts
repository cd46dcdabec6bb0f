import type { PostArchive } from '@kentongan/archive';
import { EraseBody, EraseView } from '@kentongan/contracts';
import { AccessGuard, Allow, Answers, CLOCK, type Clock } from '@kentongan/platform';
import {
  Body,
  Controller,
  HttpCode,
  HttpStatus,
  Inject,
  Post,
  UseFilters,
  UseGuards,
  UsePipes,
} from '@nestjs/common';
import type { z } from 'zod';
import { ArchiveErrorFilter } from './archive-error.filter.js';
import { notFound } from './archive-errors.js';
import { POST_ARCHIVE } from './archiver.options.js';
import { parameterPipe } from './search-parameters.js';

/** A person's right to be forgotten: their posts go, and a replay does not bring them back. */
@Controller('api/archive/erase')
@UseGuards(AccessGuard)
@Allow('machine', 'admin')
@UsePipes(parameterPipe)
@UseFilters(ArchiveErrorFilter)
export class EraseController {
  constructor(
    @Inject(POST_ARCHIVE) private readonly archive: PostArchive,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @HttpCode(HttpStatus.OK)
  @Answers(EraseView)
  async erase(
    @Body({ schema: EraseBody }) request: z.infer<typeof EraseBody>,
  ): Promise<z.infer<typeof EraseView>> {
    const { regionId } = request;
    const authorKey =
      'authorKey' in request
        ? request.authorKey
        : (await this.archive.get(regionId, request.postId))?.authorKey;
    if (authorKey === undefined) throw notFound();
    const { erasedPosts } = await this.archive.eraseByAuthor(regionId, authorKey);
    return { erasedPosts, erasedAt: new Date(this.clock.now()).toISOString() };
  }
}
