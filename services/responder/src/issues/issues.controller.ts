import {
  IssueList,
  IssueListParameters,
  IssueView,
  MoveBody,
  OpenIssueBody,
  OverviewParameters,
  OverviewView,
} from '@kentongan/contracts';
import {
  AccessGuard,
  Allow,
  Answers,
  deskRoles,
  type PersonPrincipal,
  type Principal,
  Who,
} from '@kentongan/platform';
import {
  Body,
  Controller,
  Get,
  HttpCode,
  Inject,
  Param,
  Post,
  Query,
  UseGuards,
  UsePipes,
} from '@nestjs/common';
import type { z } from 'zod';
import { issuePipe } from './issue-errors.js';
import { IssueListing } from './issue-list.js';
import { IssueMoves } from './issue-moves.js';
import { IssueOpening } from './issue-opening.js';
import { IssueOverview } from './issue-overview.js';
import { IssueViews } from './issue-views.js';

/** The desk's cases: list, one in full, opened by hand, moved along. */
@Controller('api/issues')
@UseGuards(AccessGuard)
@UsePipes(issuePipe)
export class IssuesController {
  constructor(
    @Inject(IssueListing) private readonly listing: IssueListing,
    @Inject(IssueOverview) private readonly summary: IssueOverview,
    @Inject(IssueViews) private readonly views: IssueViews,
    @Inject(IssueOpening) private readonly opening: IssueOpening,
    @Inject(IssueMoves) private readonly moves: IssueMoves,
  ) {}

  /** An agency officer gets the issues that concern the agency. */
  @Get()
  @Allow('machine', 'agency', ...deskRoles)
  @Answers(IssueList)
  list(
    @Query({ schema: IssueListParameters }) parameters: z.infer<typeof IssueListParameters>,
    @Who() principal: Principal,
  ): Promise<z.infer<typeof IssueList>> {
    return this.listing.list(parameters, principal);
  }

  @Get('overview')
  @Allow('machine', ...deskRoles)
  @Answers(OverviewView)
  overview(
    @Query({ schema: OverviewParameters }) parameters: z.infer<typeof OverviewParameters>,
  ): Promise<OverviewView> {
    return this.summary.overview(parameters);
  }

  @Get(':issueId')
  @Allow('machine', 'agency', ...deskRoles)
  @Answers(IssueView)
  view(@Param('issueId') issueId: string, @Who() principal: Principal): Promise<IssueView> {
    return this.views.view(issueId, principal);
  }

  /** Answers the open issue that is about the same fact or text already, when there is one. */
  @Post()
  @HttpCode(200)
  @Allow('officer', 'admin')
  @Answers(IssueView)
  async open(
    @Body({ schema: OpenIssueBody }) body: z.infer<typeof OpenIssueBody>,
    @Who() principal: PersonPrincipal,
  ): Promise<IssueView> {
    return this.views.view(await this.opening.open(body, principal), principal);
  }

  /** 409 `staleVersion` (with the card as it is now) when somebody was faster; 409 `illegalMove` with its `refusal`. */
  @Post(':issueId/moves')
  @HttpCode(200)
  @Allow('officer', 'leader', 'admin')
  @Answers(IssueView)
  async move(
    @Param('issueId') issueId: string,
    @Body({ schema: MoveBody }) body: MoveBody,
    @Who() principal: PersonPrincipal,
  ): Promise<IssueView> {
    await this.moves.move(issueId, body, principal);
    return this.views.view(issueId, principal);
  }
}
