import { DraftProposal } from '@kentongan/contracts';
import { AccessGuard, Allow, Answers, type Principal, Who } from '@kentongan/platform';
import { Controller, HttpCode, Inject, Param, Post, UseGuards, UsePipes } from '@nestjs/common';
import { issuePipe } from '../issues/issue-errors.js';
import { DraftProposals } from './draft-proposals.service.js';

/** Drafts to compare with what stands. */
@Controller('api/issues')
@UseGuards(AccessGuard)
@UsePipes(issuePipe)
export class DrafterController {
  constructor(@Inject(DraftProposals) private readonly proposals: DraftProposals) {}

  /** Changes nothing. Without a model, or when it fails, the words are the template's and `fallback` says why. */
  @Post(':issueId/clarification/proposal')
  @HttpCode(200)
  @Allow('machine', 'officer', 'leader', 'admin')
  @Answers(DraftProposal)
  propose(@Param('issueId') issueId: string, @Who() principal: Principal): Promise<DraftProposal> {
    return this.proposals.propose(issueId, principal);
  }
}
