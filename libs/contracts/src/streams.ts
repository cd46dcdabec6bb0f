import { alertsDelivered } from './alerts.js';
import { correctionsRecorded } from './corrections.js';
import { factsRecorded } from './facts.js';
import { feedbackGiven } from './feedback.js';
import { issuesChanged } from './issue-changes.js';
import { issuesSignalled } from './issues.js';
import { postsAnalyzed, postsCollected } from './posts.js';
import { regionsConfigured } from './regions.js';
import { sourcesObserved } from './sources.js';

/** Every stream there is; one command creates them all. */
export const allStreams = [
  postsCollected,
  postsAnalyzed,
  issuesSignalled,
  issuesChanged,
  feedbackGiven,
  correctionsRecorded,
  alertsDelivered,
  factsRecorded,
  regionsConfigured,
  sourcesObserved,
] as const;
