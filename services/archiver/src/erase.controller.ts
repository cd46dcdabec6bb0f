import type { PostArchive } from '@kentongan/archive';
import { PostId, RegionId } from '@kentongan/contracts';
import { AccessGuard, CLOCK, type Clock } from '@kentongan/platform';
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
import { z } from 'zod';
import { ArchiveErrorFilter } from './archive-error.filter.js';
import { notFound } from './archive-errors.js';
import { POST_ARCHIVE } from './archiver.options.js';
import { parameterPipe } from './search-parameters.js';

/** The author is named by their key, or by any post of theirs: keys are shown nowhere. */
const EraseRequest = z.union([
  z.strictObject({ regionId: RegionId, authorKey: z.string().min(1).max(64) }),
  z.strictObject({ regionId: RegionId, postId: PostId }),
]);

/** A person's right to be forgotten: their posts go, and a replay does not bring them back. */
@Controller('api/archive/erase')
@UseGuards(AccessGuard)
@UsePipes(parameterPipe)
@UseFilters(ArchiveErrorFilter)
export class EraseController {
  constructor(
    @Inject(POST_ARCHIVE) private readonly archive: PostArchive,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @HttpCode(HttpStatus.OK)
  async erase(
    @Body({ schema: EraseRequest }) request: z.infer<typeof EraseRequest>,
  ): Promise<{ erasedPosts: number; erasedAt: string }> {
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
