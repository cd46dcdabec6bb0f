import {
  CorrectionBody,
  CorrectionView,
  QualityParameters,
  QualityView,
  UndoCorrectionBody,
} from '@kentongan/contracts';
import { AccessGuard, Allow, Answers, deskRoles, type PersonPrincipal, Who } from '@kentongan/platform';
import { Body, Controller, Get, HttpCode, Inject, Post, Query, UseGuards, UsePipes } from '@nestjs/common';
import type { z } from 'zod';
import { issuePipe } from '../issues/issue-errors.js';
import { CorrectionsService } from './corrections.service.js';
import { QualityQueries } from './quality.queries.js';

/** People's word on what the program said of a post, and how often they had to give it. */
@Controller('api/corrections')
@UseGuards(AccessGuard)
@UsePipes(issuePipe)
export class CorrectionsController {
  constructor(
    @Inject(CorrectionsService) private readonly corrections: CorrectionsService,
    @Inject(QualityQueries) private readonly queries: QualityQueries,
  ) {}

  /** The latest label on the same part (of places: the same words) holds; sent twice it has one effect. */
  @Post()
  @HttpCode(200)
  @Allow('officer', 'leader', 'analyst', 'admin')
  @Answers(CorrectionView)
  correct(
    @Body({ schema: CorrectionBody }) body: CorrectionBody,
    @Who() principal: PersonPrincipal,
  ): Promise<CorrectionView> {
    return this.corrections.correct(body, principal);
  }

  @Post('undo')
  @HttpCode(200)
  @Allow('officer', 'leader', 'analyst', 'admin')
  @Answers(CorrectionView)
  undo(
    @Body({ schema: UndoCorrectionBody }) body: UndoCorrectionBody,
    @Who() principal: PersonPrincipal,
  ): Promise<CorrectionView> {
    return this.corrections.undo(body, principal);
  }

  @Get('quality')
  @Allow('machine', ...deskRoles)
  @Answers(QualityView)
  quality(
    @Query({ schema: QualityParameters }) parameters: z.infer<typeof QualityParameters>,
  ): Promise<QualityView> {
    return this.queries.quality(parameters);
  }
}
