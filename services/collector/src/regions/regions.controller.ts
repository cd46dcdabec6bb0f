import { isUnnamedRegion, RegionBody, RegionId, type RegionSettings, RegionView } from '@kentongan/contracts';
import {
  AccessGuard,
  Allow,
  Answers,
  deskRoles,
  mayEnterRegion,
  type Principal,
  Who,
} from '@kentongan/platform';
import {
  Body,
  Controller,
  Get,
  Inject,
  Param,
  Put,
  StandardSchemaValidationPipe,
  UseGuards,
  UsePipes,
} from '@nestjs/common';
import { z } from 'zod';
import { CollectorRuntime } from '../collector.runtime.js';
import {
  badParameters,
  configuredByFile,
  modeIsFixed,
  tooManyRegions,
  unknownRegion,
} from './region-errors.js';

/** What regions there are and how they are set; a change reaches every service by regions.configured. */
@Controller('api/regions')
@UseGuards(AccessGuard)
@Allow('machine', ...deskRoles)
@UsePipes(new StandardSchemaValidationPipe({ exceptionFactory: badParameters }))
export class RegionsController {
  constructor(@Inject(CollectorRuntime) private readonly collector: CollectorRuntime) {}

  @Get()
  @Answers(z.array(RegionView))
  async regions(@Who() principal: Principal): Promise<RegionView[]> {
    const regions = await this.collector.regions.all();
    return regions
      .filter(({ regionId }) => mayEnterRegion(principal, regionId))
      .filter((each) => principal.kind === 'machine' || !isUnnamedRegion(each))
      .map((each) => this.shown(each));
  }

  @Get(':regionId')
  @Answers(RegionView)
  async region(@Param('regionId') regionId: string): Promise<RegionView> {
    const region = RegionId.safeParse(regionId).success ? await this.collector.regions.find(regionId) : null;
    if (!region) throw unknownRegion();
    return this.shown(region);
  }

  /** Sets the whole region, or makes it. Its new feeds are polled at once; those that are gone no longer. */
  @Put(':regionId')
  @Allow('machine', 'admin')
  @Answers(RegionView)
  async put(
    @Param('regionId') regionId: string,
    @Body({ schema: RegionBody }) settings: RegionBody,
  ): Promise<RegionView> {
    if (settings.regionId !== regionId)
      throw badParameters([{ path: ['regionId'], message: 'not the region of the address' }]);
    if (this.collector.isConfiguredByFile(regionId)) throw configuredByFile();
    switch (await this.collector.regions.put(settings)) {
      case 'modeIsFixed':
        throw modeIsFixed();
      case 'tooManyRegions':
        throw tooManyRegions();
      case null:
        await this.collector.followRegions();
        return this.shown(settings);
    }
  }

  private shown(region: RegionSettings): RegionView {
    return { ...region, isConfiguredByFile: this.collector.isConfiguredByFile(region.regionId) };
  }
}
