import { Clarification, DraftBody, Evidence, EvidenceBody } from '@kentongan/contracts';
import { AccessGuard, Allow, Answers, type Principal, Who } from '@kentongan/platform';
import { Body, Controller, HttpCode, Inject, Param, Post, Put, UseGuards, UsePipes } from '@nestjs/common';
import { z } from 'zod';
import { issuePipe } from '../issues/issue-errors.js';
import { evidenceMax } from './clarification-rows.js';
import { ClarificationsService } from './clarifications.service.js';

const EvidenceAnswer = z.object({ evidence: z.array(Evidence).max(evidenceMax) });

/** The answer that an issue gets, and what it rests on. */
@Controller('api/issues')
@UseGuards(AccessGuard)
@UsePipes(issuePipe)
export class ClarificationsController {
  constructor(@Inject(ClarificationsService) private readonly clarifications: ClarificationsService) {}

  /** 409 `staleVersion` when somebody else saved since; approvals fall when approved words are changed. */
  @Put(':issueId/clarification')
  @Allow('machine', 'officer', 'leader', 'admin')
  @Answers(Clarification)
  save(
    @Param('issueId') issueId: string,
    @Body({ schema: DraftBody }) body: z.infer<typeof DraftBody>,
    @Who() principal: Principal,
  ): Promise<Clarification> {
    return this.clarifications.saveDraft(issueId, body, principal);
  }

  /** An agency adds to the issues it was asked about. */
  @Post(':issueId/evidence')
  @HttpCode(200)
  @Allow('machine', 'agency', 'officer', 'leader', 'admin')
  @Answers(EvidenceAnswer)
  addEvidence(
    @Param('issueId') issueId: string,
    @Body({ schema: EvidenceBody }) body: z.infer<typeof EvidenceBody>,
    @Who() principal: Principal,
  ): Promise<z.infer<typeof EvidenceAnswer>> {
    return this.clarifications.addEvidence(issueId, body, principal);
  }
}
