import type { IngestPost } from '@kentongan/contracts';
import type { EventKind } from './events/event-kinds.js';
import type { Resident } from './people.js';
import type { CityPlace } from './places.js';
import type { Random } from './random.js';

/** A post of the simulated city. What it belongs to is known to the simulation alone and is never sent. */
export interface SimulatedPost {
  readonly atMilliseconds: number;
  /** null = everyday talk. */
  readonly event: EventKind | null;
  readonly post: IngestPost;
}

const platforms = [
  { name: 'simulasi-mikroblog', weight: 50 },
  { name: 'simulasi-foto', weight: 22 },
  { name: 'simulasi-grup', weight: 18 },
  { name: 'simulasi-video', weight: 10 },
];
const locationShare = 0.1;

export interface Draft {
  readonly id: string;
  readonly atMilliseconds: number;
  readonly text: string;
  readonly event: EventKind | null;
}

export function byResident(draft: Draft, writer: Resident, place: CityPlace, random: Random): SimulatedPost {
  const isLocated = random.chance(locationShare);
  return simulated(draft, {
    platform: random.weighted(platforms).name,
    author: writer.handle,
    authorKind: 'person',
    likes: Math.floor(Math.exp(1.2 * Math.abs(random.normal())) - 1),
    replies: Math.floor(Math.exp(0.8 * Math.abs(random.normal())) - 1),
    ...(isLocated && { location: `${place.village}, ${place.district}, Kota Semarang` }),
  });
}

export function byPaper(draft: Draft, paper: string, random: Random): SimulatedPost {
  return simulated(draft, {
    platform: 'simulasi-media',
    author: paper,
    authorKind: 'press',
    url: linkOf(paper, draft.id),
    likes: random.integer(5, 200),
  });
}

export function byOffice(draft: Draft, office: string, random: Random): SimulatedPost {
  const reach = { author: office, authorKind: 'official' as const, likes: random.integer(0, 40) };
  return simulated(draft, { platform: 'simulasi-mikroblog', ...reach });
}

/** `.example` never leads anywhere. */
export function linkOf(paper: string, article: string): string {
  const host = paper.toLowerCase().replace(/[^a-z]+/g, '-');
  return `https://${host.replace(/-$/, '')}.example/berita/${article}`;
}

function simulated(draft: Draft, origin: Partial<IngestPost>): SimulatedPost {
  const { id, atMilliseconds, text, event } = draft;
  return { atMilliseconds, event, post: { id, ts: new Date(atMilliseconds).toISOString(), text, ...origin } };
}
