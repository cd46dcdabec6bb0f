import type { DismissReason } from '@kentongan/contracts';

/** A decision made while the server could not be reached: sent when it can be. */
export interface QueuedMove {
  readonly issueId: string;
  readonly title: string;
  readonly version: number;
  readonly move: 'acknowledge' | 'dismiss';
  readonly dismissReason?: DismissReason;
  readonly at: string;
}

/** What became of a queued move: `refused` = the issue had changed meanwhile, or the server said no. */
export type SendResult = 'done' | 'unreachable' | { readonly refused: unknown };

export interface Refusal {
  readonly move: QueuedMove;
  readonly error: unknown;
}

const storageKey = 'kentongan:queue';
export const queuedMovesMax = 100;

/** Survives a reload of the page; belongs to one person on this device. */
export class OfflineQueue {
  private moves: readonly QueuedMove[];
  private isSending = false;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly storage: Pick<Storage, 'getItem' | 'setItem'>) {
    this.moves = read(storage.getItem(storageKey));
  }

  readonly list = (): readonly QueuedMove[] => this.moves;

  readonly onChange = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** A later decision about the same issue replaces the earlier one. @returns false when the queue is full */
  add(move: QueuedMove): boolean {
    const others = this.moves.filter((each) => each.issueId !== move.issueId);
    if (others.length >= queuedMovesMax) return false;
    this.change([...others, move]);
    return true;
  }

  /** Taken back before it was sent. @returns whether there was one */
  remove(issueId: string): boolean {
    const others = this.moves.filter((each) => each.issueId !== issueId);
    const isFound = others.length < this.moves.length;
    if (isFound) this.change(others);
    return isFound;
  }

  clear(): void {
    this.change([]);
  }

  /** Sends in order; stops at the first that the server was not reached for. @returns what was refused */
  async send(sendOne: (move: QueuedMove) => Promise<SendResult>): Promise<Refusal[]> {
    if (this.isSending) return [];
    this.isSending = true;
    const refusals: Refusal[] = [];
    try {
      for (let move = this.moves[0]; move; move = this.moves[0]) {
        const result = await sendOne(move);
        if (result === 'unreachable') break;
        if (result !== 'done') refusals.push({ move, error: result.refused });
        const sent = move;
        this.change(this.moves.filter((each) => each !== sent));
      }
    } finally {
      this.isSending = false;
    }
    return refusals;
  }

  private change(moves: readonly QueuedMove[]): void {
    this.moves = moves;
    this.storage.setItem(storageKey, JSON.stringify(moves));
    for (const listener of this.listeners) listener();
  }
}

function read(stored: string | null): readonly QueuedMove[] {
  if (stored === null) return [];
  try {
    const moves: unknown = JSON.parse(stored);
    return Array.isArray(moves) ? moves.filter(isMove).slice(0, queuedMovesMax) : [];
  } catch {
    return [];
  }
}

function isMove(value: unknown): value is QueuedMove {
  if (typeof value !== 'object' || value === null) return false;
  const move = value as Record<string, unknown>;
  return typeof move['issueId'] === 'string' && typeof move['version'] === 'number';
}
