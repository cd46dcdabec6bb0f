import type { ServerResponse } from 'node:http';
import { CheckBody, CheckView, FactVariants, RegionId } from '@kentongan/contracts';
import { AccessGuard, Allow, Answers } from '@kentongan/platform';
import {
  Body,
  Controller,
  Get,
  HttpCode,
  HttpException,
  HttpStatus,
  Inject,
  Param,
  Post,
  Query,
  Res,
  StandardSchemaValidationPipe,
  UseGuards,
  UsePipes,
} from '@nestjs/common';
import { z } from 'zod';
import { badCheck } from './check-errors.js';
import { ChecksService } from './checks.service.js';

const retryAfterSeconds = 2;
const OfRegion = z.strictObject({ region: RegionId });

/** Cek teks. Posts like it are found through the archive, by `analysis.nearCopyKey` and the matched words. */
@Controller('api/checks')
@UseGuards(AccessGuard)
@UsePipes(new StandardSchemaValidationPipe({ exceptionFactory: badCheck }))
export class ChecksController {
  constructor(@Inject(ChecksService) private readonly checks: ChecksService) {}

  /** Other facts about the hoax of this one: as it came back from year to year, or as others told it. Empty for an unknown fact. */
  @Get('facts/:factId/variants')
  @Allow('machine', 'officer', 'leader', 'analyst', 'agency', 'admin')
  @Answers(FactVariants)
  variants(
    @Param('factId') factId: string,
    @Query({ schema: OfRegion }) { region }: z.infer<typeof OfRegion>,
  ): Promise<FactVariants> {
    return this.checks.variants({ regionId: region, factId });
  }

  /** 422 `linkUnreadable` when a link cannot be followed, 429 with Retry-After when too many are asked at once. */
  @Post()
  @HttpCode(200)
  @Allow('machine', 'officer', 'leader', 'analyst', 'agency', 'admin')
  @Answers(CheckView)
  async check(
    @Body({ schema: CheckBody }) body: z.infer<typeof CheckBody>,
    @Res({ passthrough: true }) response: ServerResponse,
  ): Promise<CheckView> {
    try {
      return await this.checks.check(body);
    } catch (error) {
      if (error instanceof HttpException && isBusy(error.getStatus()))
        response.setHeader('retry-after', String(retryAfterSeconds));
      throw error;
    }
  }
}

function isBusy(status: number): boolean {
  return status === HttpStatus.TOO_MANY_REQUESTS || status === HttpStatus.SERVICE_UNAVAILABLE;
}
