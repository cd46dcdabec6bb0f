import { IngestPost } from '@kentongan/contracts';

export interface Shape {
  readonly platform: string;
  readonly locationFields: readonly string[];
  /** Added to every time. */
  readonly shiftMilliseconds: number;
}

/** A line as it is sent, and its time for pacing; NaN when it has none that can be read. */
export interface ShapedLine {
  readonly bytes: Uint8Array;
  readonly time: number;
}

const fields = Object.keys(IngestPost.shape);
const locationCharactersMax = 300;
const decoder = new TextDecoder('utf-8', { fatal: true });
const encoder = new TextEncoder();

/**
 * Keeps the fields of an ingest post alone and sets its platform. A line that cannot be read is sent as it is: the
 * desk, not the sender, decides why it is refused.
 */
export function shapePost(
  bytes: Uint8Array,
  { platform, locationFields, shiftMilliseconds }: Shape,
): ShapedLine {
  const post = parsed(bytes);
  if (!post) return { bytes, time: Number.NaN };
  const shaped: Record<string, unknown> = {};
  for (const field of fields)
    if (post[field] !== undefined && post[field] !== null) shaped[field] = post[field];
  shaped['platform'] = platform;
  const location = joined(post, locationFields);
  if (location !== '') shaped['location'] = location;
  const time = typeof post['ts'] === 'string' ? Date.parse(post['ts']) : Number.NaN;
  if (shiftMilliseconds !== 0 && !Number.isNaN(time))
    shaped['ts'] = new Date(time + shiftMilliseconds).toISOString();
  return { bytes: encoder.encode(JSON.stringify(shaped)), time };
}

/** `posts/hari-a.ndjson.gz` → `file:hari-a.ndjson`: packed or not, the posts are the same. */
export function platformOfFile(path: string): string {
  const name = path.split(/[\\/]/).at(-1) ?? path;
  return `file:${name.replace(/\.gz$/i, '')}`.slice(0, 80);
}

/** The time of a line in milliseconds, NaN when it has none. */
export function timeOf(bytes: Uint8Array): number {
  const time = parsed(bytes)?.['ts'];
  return typeof time === 'string' ? Date.parse(time) : Number.NaN;
}

function parsed(bytes: Uint8Array): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(decoder.decode(bytes));
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

function joined(post: Record<string, unknown>, locationFields: readonly string[]): string {
  return locationFields
    .map((field) => post[field])
    .filter((value): value is string => typeof value === 'string' && value.trim() !== '')
    .join(', ')
    .slice(0, locationCharactersMax);
}
