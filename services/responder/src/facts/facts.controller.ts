import type { IncomingMessage } from 'node:http';
import {
  CreateFactBody,
  EditFactBody,
  FactImportList,
  FactJudgements,
  FactList,
  FactListParameters,
  FactView,
  JudgeMatchBody,
  MergeFactBody,
  PrecisionMonths,
  RegionId,
  ShareFactBody,
} from '@kentongan/contracts';
import { AccessGuard, Allow, Answers, deskRoles, type Principal, Who } from '@kentongan/platform';
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
import { FactImportService } from './fact-import.service.js';
import { FactsService } from './facts.service.js';
import { ImportAnswer, ImportParameters, readText } from './import-body.js';

const OfRegion = z.strictObject({ region: RegionId });
const CountAnswer = z.object({ count: z.int() });

/** The hoax memory from outside: searched by the desk, written by officers and administrators. */
@Controller('api/facts')
@UseGuards(AccessGuard)
@UsePipes(issuePipe)
export class FactsController {
  constructor(
    @Inject(FactsService) private readonly facts: FactsService,
    @Inject(FactImportService) private readonly imports: FactImportService,
  ) {}

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

  /** Who brought what in, under which licence, and how far a running import is. */
  @Get('imports')
  @Allow('machine', ...deskRoles)
  @Answers(FactImportList)
  listImports(@Query({ schema: OfRegion }) { region }: z.infer<typeof OfRegion>): Promise<FactImportList> {
    return this.imports.list(region);
  }

  /** How often people agreed with a match, by level and month. */
  @Get('precision')
  @Allow('machine', ...deskRoles)
  @Answers(PrecisionMonths)
  precision(@Query({ schema: OfRegion }) { region }: z.infer<typeof OfRegion>): Promise<PrecisionMonths> {
    return this.facts.precision(region);
  }

  /** The body is the file itself, in any form that is known; it is read while it arrives. */
  @Post('import')
  @HttpCode(200)
  @Allow('machine', 'officer', 'admin')
  @Answers(ImportAnswer)
  import(
    @Req() request: IncomingMessage,
    @Query({ schema: ImportParameters }) parameters: z.infer<typeof ImportParameters>,
    @Who() principal: Principal,
  ): Promise<z.infer<typeof ImportAnswer>> {
    return this.imports.import(readText(request), parameters, principal);
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

  /** Leaders and administrators of the region that owns it, deliberately: `mayNotShare` for anybody else. */
  @Post(':factId/share')
  @HttpCode(200)
  @Allow('machine', 'leader', 'admin')
  @Answers(FactView)
  share(
    @Param('factId') factId: string,
    @Body({ schema: ShareFactBody }) body: z.infer<typeof ShareFactBody>,
    @Who() principal: Principal,
  ): Promise<FactView> {
    return this.facts.share(factId, body, principal);
  }

  @Post(':factId/merge')
  @HttpCode(200)
  @Allow('machine', 'officer', 'admin')
  @Answers(FactView)
  merge(
    @Param('factId') factId: string,
    @Body({ schema: MergeFactBody }) body: z.infer<typeof MergeFactBody>,
    @Who() principal: Principal,
  ): Promise<FactView> {
    return this.facts.merge(factId, body, principal);
  }

  @Get(':factId/judgements')
  @Allow('machine', ...deskRoles)
  @Answers(FactJudgements)
  judgements(
    @Param('factId') factId: string,
    @Query({ schema: OfRegion }) { region }: z.infer<typeof OfRegion>,
    @Who() principal: Principal,
  ): Promise<FactJudgements> {
    return this.facts.judgements(factId, region, principal);
  }

  @Put(':factId/judgements')
  @Allow('machine', 'officer', 'analyst', 'admin')
  @Answers(FactJudgements)
  judge(
    @Param('factId') factId: string,
    @Body({ schema: JudgeMatchBody }) body: z.infer<typeof JudgeMatchBody>,
    @Who() principal: Principal,
  ): Promise<FactJudgements> {
    return this.facts.judge(factId, body, principal);
  }

  @Delete(':factId')
  @HttpCode(204)
  @Allow('machine', 'officer', 'admin')
  withdraw(@Param('factId') factId: string, @Who() principal: Principal): Promise<void> {
    return this.facts.withdraw(factId, principal);
  }
}
