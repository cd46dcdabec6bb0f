import type { IncomingMessage } from 'node:http';
import { CreateFactBody, EditFactBody, FactList, FactListParameters, FactView } from '@kentongan/contracts';
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
  Put,
  Query,
  Req,
  UseGuards,
  UsePipes,
} from '@nestjs/common';
import { z } from 'zod';
import { issuePipe } from '../issues/issue-errors.js';
import { FactsService } from './facts.service.js';
import { ImportAnswer, ImportParameters, readBody } from './import-body.js';

const CountAnswer = z.object({ count: z.int() });

/** The hoax memory from outside: searched by the desk, written by officers and administrators. */
@Controller('api/facts')
@UseGuards(AccessGuard)
@UsePipes(issuePipe)
export class FactsController {
  constructor(@Inject(FactsService) private readonly facts: FactsService) {}

  @Get()
  @Allow('machine', ...deskRoles)
  @Answers(FactList)
  list(
    @Query({ schema: FactListParameters }) parameters: z.infer<typeof FactListParameters>,
  ): Promise<FactList> {
    return this.facts.list(parameters);
  }

  @Get('count')
  @Allow('machine', ...deskRoles)
  @Answers(CountAnswer)
  async count(): Promise<z.infer<typeof CountAnswer>> {
    return { count: await this.facts.count() };
  }

  /** The body is the file itself. */
  @Post('import')
  @HttpCode(200)
  @Allow('machine', 'officer', 'admin')
  @Answers(ImportAnswer)
  async import(
    @Req() request: IncomingMessage,
    @Query({ schema: ImportParameters }) parameters: z.infer<typeof ImportParameters>,
    @Who() principal: Principal,
  ): Promise<z.infer<typeof ImportAnswer>> {
    return this.facts.import(await readBody(request), parameters, personOf(principal));
  }

  @Post()
  @HttpCode(200)
  @Allow('machine', 'officer', 'admin')
  @Answers(FactView)
  create(
    @Body({ schema: CreateFactBody }) body: z.infer<typeof CreateFactBody>,
    @Who() principal: Principal,
  ): Promise<FactView> {
    return this.facts.create(body, principal);
  }

  /** Agencies read a fact too: Cek teks shows them what a text resembles. */
  @Get(':factId')
  @Allow('machine', 'agency', ...deskRoles)
  @Answers(FactView)
  view(@Param('factId') factId: string, @Who() principal: Principal): Promise<FactView> {
    return this.facts.view(factId, principal);
  }

  /** 409 `staleVersion` when somebody else changed it since. */
  @Put(':factId')
  @Allow('machine', 'officer', 'admin')
  @Answers(FactView)
  edit(
    @Param('factId') factId: string,
    @Body({ schema: EditFactBody }) body: z.infer<typeof EditFactBody>,
    @Who() principal: Principal,
  ): Promise<FactView> {
    return this.facts.edit(factId, body, principal);
  }

  @Delete(':factId')
  @HttpCode(204)
  @Allow('machine', 'officer', 'admin')
  withdraw(@Param('factId') factId: string, @Who() principal: Principal): Promise<void> {
    return this.facts.withdraw(factId, principal);
  }
}
