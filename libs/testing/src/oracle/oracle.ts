import { createHash } from 'node:crypto';

/** A thing handed to the system under test. Its payload follows from its id alone, so that a judge needs no store. */
export interface Issued {
  readonly id: string;
  readonly payload: string;
}

const lettersOfDigits = 'ghijklmnop';

/**
 * The payload that belongs to an id: the same on every machine, different for any two ids. Letters only: a run of
 * digits may look like somebody's number, and the collector rightly masks those.
 */
export function payloadOf(id: string): string {
  const hash = createHash('sha256').update(id).digest('hex');
  return hash.replace(/\d/g, (digit) => lettersOfDigits[Number(digit)] ?? '');
}

/**
 * Issues ids and remembers which of them the system accepted: an obligation begins when the system says yes, not when
 * it is asked. What was issued without a yes may be there or not; it is never an invention.
 */
export class Oracle {
  private readonly issuedIds = new Set<string>();
  private readonly acceptedIds = new Set<string>();
  private next = 0;

  /** @param name stands before each number, so that two oracles never issue the same id */
  constructor(private readonly name: string) {}

  issue(): Issued {
    const id = `${this.name}-${this.next}`;
    this.next += 1;
    this.issuedIds.add(id);
    return { id, payload: payloadOf(id) };
  }

  issueMany(count: number): Issued[] {
    return Array.from({ length: count }, () => this.issue());
  }

  /** @throws when the id was never issued: the test itself is wrong */
  accept(id: string): void {
    if (!this.issuedIds.has(id)) throw new Error(`${id} was accepted but never issued`);
    this.acceptedIds.add(id);
  }

  get issued(): ReadonlySet<string> {
    return this.issuedIds;
  }

  /** What the system owes. */
  get obligations(): ReadonlySet<string> {
    return this.acceptedIds;
  }
}
