import type { AllowedMove } from '@kentongan/contracts';
import { type Actor, decideMove, type IssueFacts } from './decide-move.js';
import { deskMoves, moveTable } from './move-table.js';

/** The moves that this person may make on this issue now, in the order of the table; `draft` = may write the words. */
export function allowedMoves(issue: IssueFacts, actor: Actor, nowMilliseconds: number): AllowedMove[] {
  return deskMoves
    .filter((move) => decideMove({ move }, issue, actor, nowMilliseconds).ok)
    .map((move) => ({ move, needsReason: moveTable[move].needsReason }));
}
