import type { Role } from '@kentongan/contracts';

export type LiveKind = 'issue' | 'inbox' | 'source';

/** One event of the live updates, in the words it is sent in. */
export interface LiveEntry {
  readonly id: number;
  readonly kind: LiveKind;
  readonly regionId: string;
  /** A user's id or `agency:ID`; null = everybody of the region who may see it. */
  readonly recipient: string | null;
  /** The agency that an issue's event concerns. */
  readonly agencyId: string | null;
  /** Made once, sent to all. */
  readonly frame: Buffer;
}

/** Who listens to what. */
export interface Audience {
  readonly regionId: string;
  readonly userId: string;
  readonly role: Role;
  readonly agencyId: string | null;
}

/** Whether this event may reach this listener: agencies see only what concerns them, an inbox is its owner's alone. */
export function isFor(entry: LiveEntry, audience: Audience): boolean {
  if (entry.regionId !== audience.regionId) return false;
  const { agencyId } = audience;
  if (entry.recipient !== null)
    return (
      entry.recipient === audience.userId || (agencyId !== null && entry.recipient === `agency:${agencyId}`)
    );
  if (audience.role !== 'agency') return true;
  return entry.kind === 'issue' && agencyId !== null && entry.agencyId === agencyId;
}

/** The event as server-sent events write it. JSON has no line breaks of its own, so one `data` line holds it. */
export function frameOf(id: number, kind: LiveKind, payload: string): Buffer {
  return Buffer.from(`id: ${id}\nevent: ${kind}\ndata: ${payload}\n\n`);
}

/** Tells the client to load its screen anew and where to go on from. */
export function resyncFrame(head: number): Buffer {
  return Buffer.from(`id: ${head}\nevent: resync\ndata: {"type":"resync"}\n\n`);
}

/** Remembered by the browser without any event: it resumes from here even when nothing came. */
export function positionFrame(head: number): Buffer {
  return Buffer.from(`id: ${head}\n\n`);
}
