import { SavedSearch, SavedSearchBody, SavedSearchParameters } from '@kentongan/contracts';
import { AccessGuard, Allow, Answers, deskRoles, type Principal, personOf, Who } from '@kentongan/platform';
import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Inject,
  Param,
  Post,
  Query,
  UseGuards,
  UsePipes,
} from '@nestjs/common';
import { z } from 'zod';
import { fieldPipe } from '../field.pipe.js';
import { SearchStore } from './search-store.js';

/** Searches of the archive that a person keeps, each for themselves. */
@Controller('api/searches')
@UseGuards(AccessGuard)
@Allow(...deskRoles)
@UsePipes(fieldPipe)
export class SearchesController {
  constructor(@Inject(SearchStore) private readonly searches: SearchStore) {}

  @Get()
  @Answers(z.array(SavedSearch))
  list(
    @Query({ schema: SavedSearchParameters }) { region }: z.infer<typeof SavedSearchParameters>,
    @Who() principal: Principal,
  ): Promise<SavedSearch[]> {
    return this.searches.of(personOf(principal).userId, region);
  }

  @Post()
  @HttpCode(200)
  @Answers(SavedSearch)
  save(
    @Body({ schema: SavedSearchBody }) body: z.infer<typeof SavedSearchBody>,
    @Who() principal: Principal,
  ): Promise<SavedSearch> {
    return this.searches.save(personOf(principal).userId, body);
  }

  @Delete(':searchId')
  @HttpCode(204)
  async remove(
    @Param('searchId', { schema: z.string().max(64) }) searchId: string,
    @Who() principal: Principal,
  ): Promise<void> {
    await this.searches.remove(personOf(principal).userId, searchId);
  }
}
