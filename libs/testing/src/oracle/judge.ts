import { payloadOf } from './oracle.js';

/** One effect found in the system after the faults stopped and everything drained. */
export interface Effect {
  readonly id: string;
  readonly payload: string;
}

export interface Evidence {
  readonly issued: ReadonlySet<string>;
  /** Ids that the system accepted. */
  readonly obligations: ReadonlySet<string>;
  /** All effects; an id that comes twice had its effect twice. */
  readonly effects: Iterable<Effect>;
  /** How often the fault was seen to happen, counted where it was injected. */
  readonly faultsSeen: number;
  /** Whether a post sent after everything healed came through. */
  readonly freshPassed: boolean;
}

export interface Verdict {
  readonly obligations: number;
  readonly missing: number;
  readonly invented: number;
  readonly altered: number;
  readonly doubled: number;
  readonly faultsSeen: number;
  readonly freshPassed: boolean;
  /** Empty when every promise was kept and the fault was there to break it. */
  readonly problems: readonly string[];
}

const namedIdsMax = 5;

/** Compares what was promised with what is there. A run whose fault never happened proves nothing and fails. */
export function judge(evidence: Evidence): Verdict {
  const times = new Map<string, number>();
  const altered = new Set<string>();
  for (const { id, payload } of evidence.effects) {
    times.set(id, (times.get(id) ?? 0) + 1);
    if (payload !== payloadOf(id)) altered.add(id);
  }
  const missing = [...evidence.obligations].filter((id) => !times.has(id));
  const invented = [...times.keys()].filter((id) => !evidence.issued.has(id));
  const doubled = [...times].filter(([, count]) => count > 1).map(([id]) => id);
  const alteredIssued = [...altered].filter((id) => evidence.issued.has(id));
  const problems = [
    ...problemOf('missing', missing),
    ...problemOf('invented', invented),
    ...problemOf('altered', alteredIssued),
    ...problemOf('doubled', doubled),
  ];
  if (evidence.obligations.size === 0) problems.push('nothing was accepted: nothing was proven');
  if (evidence.faultsSeen <= 0) problems.push('the fault was never seen: nothing was proven');
  if (!evidence.freshPassed) problems.push('a fresh post did not pass after the faults stopped');
  return {
    obligations: evidence.obligations.size,
    missing: missing.length,
    invented: invented.length,
    altered: alteredIssued.length,
    doubled: doubled.length,
    faultsSeen: evidence.faultsSeen,
    freshPassed: evidence.freshPassed,
    problems,
  };
}

function problemOf(what: string, ids: readonly string[]): string[] {
  if (ids.length === 0) return [];
  const more = ids.length > namedIdsMax ? ', …' : '';
  return [`${ids.length} ${what}: ${ids.slice(0, namedIdsMax).join(', ')}${more}`];
}
