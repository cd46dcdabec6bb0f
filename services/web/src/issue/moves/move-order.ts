import type { AllowedMove, MoveBody } from '@kentongan/contracts';

export type MoveName = MoveBody['move'];

/** In the order of an issue's life; the first two that are allowed are buttons. `triage` has its own panel. */
const forward: readonly MoveName[] = [
  'undoDismiss',
  'wake',
  'acknowledge',
  'approve',
  'reject',
  'publish',
  'submit',
  'amplify',
  'monitor',
  'requestEvidence',
  'close',
  'reopen',
];
const aside: readonly MoveName[] = ['snooze', 'merge', 'note', 'dismiss'];
const buttonsMax = 2;

/** Moves that need nothing but a tap. Approving and publishing ask once more: they bear a name. */
const direct: ReadonlySet<MoveName> = new Set(['acknowledge', 'monitor', 'undoDismiss', 'wake', 'submit']);

export const isDirect = (move: MoveName): boolean => direct.has(move);

export interface OfferedMove {
  readonly move: MoveName;
  readonly needsReason: boolean;
}

/** Which moves are buttons and which stand in the menu; a move that this page does not know is left out. */
export function splitMoves(
  allowed: readonly AllowedMove[],
  hasOwner: boolean,
): {
  readonly next: readonly OfferedMove[];
  readonly others: readonly OfferedMove[];
} {
  const offered = (names: readonly MoveName[]): OfferedMove[] =>
    names.flatMap((move) => {
      const found = allowed.find((each) => each.move === move);
      return found ? [{ move, needsReason: found.needsReason }] : [];
    });
  // Whose hands it is in already: taking it over is possible, but not the next step.
  const order = hasOwner
    ? [...forward.filter((move) => move !== 'acknowledge'), 'acknowledge' as const]
    : forward;
  const ahead = offered(order);
  return { next: ahead.slice(0, buttonsMax), others: [...ahead.slice(buttonsMax), ...offered(aside)] };
}
