import type { Provider } from '@nestjs/common';
import { ISSUE_GATE } from '../clarifications/index.js';
import { AgencyModels } from './agency-models.js';
import { AgencySuggestions } from './agency-suggestions.js';
import { IssueHandlers } from './issue.handlers.js';
import { DeskIssueGate } from './issue-gate.js';
import { IssueListing } from './issue-list.js';
import { IssueMoves } from './issue-moves.js';
import { IssueOpening } from './issue-opening.js';
import { IssueOverview } from './issue-overview.js';
import { IssueViews } from './issue-views.js';
import { IssueWriter } from './issue-writer.js';
import { IssuesController } from './issues.controller.js';
import { PlaceNames } from './place-names.js';
import { SignalIntake } from './signal-intake.js';
import { SnoozeJob } from './snooze.job.js';
import { Suggestions } from './suggestions.js';

export const issuesControllers = [IssuesController, IssueHandlers];

/** Needs DATABASE_POOL, CLOCK, RegionTable, ResponderRelay and, of the clarifications, ClarificationsStore. */
export const issuesProviders: Provider[] = [
  AgencyModels,
  AgencySuggestions,
  IssueWriter,
  IssueMoves,
  IssueOpening,
  IssueListing,
  IssueOverview,
  IssueViews,
  PlaceNames,
  SignalIntake,
  SnoozeJob,
  Suggestions,
  { provide: ISSUE_GATE, useClass: DeskIssueGate },
];
