import { parseFeed as parseAnyFeed } from 'feedsmith';
import { plainText } from './plain-text.js';

/** One entry as the feed tells it; nothing is checked yet. */
export interface FeedEntry {
  readonly id: string;
  readonly link: string;
  /** Without HTML. */
  readonly title: string;
  readonly summary: string;
  /** As written in the feed. */
  readonly published: string;
}

export interface ParsedFeed {
  readonly title: string;
  readonly entries: readonly FeedEntry[];
}

const entriesMax = 300;
const fieldCharactersMax = 40_000;

/** RSS, RDF or Atom text → entries. Runs in a worker: what it costs depends on who wrote the text. */
export function parseFeed(text: string): ParsedFeed {
  const parsed = parseAnyFeed(text);
  switch (parsed.format) {
    case 'rss':
      return {
        title: field(parsed.feed.title),
        entries: (parsed.feed.items ?? []).slice(0, entriesMax).map((item) => ({
          id: field(item.guid?.value),
          link: field(item.link ?? (item.guid?.isPermaLink === false ? '' : item.guid?.value)),
          title: words(item.title),
          summary: words(item.description ?? item.content?.encoded),
          published: field(item.pubDate ?? item.dc?.dates?.[0]),
        })),
      };
    case 'rdf':
      return {
        title: field(parsed.feed.title),
        entries: (parsed.feed.items ?? []).slice(0, entriesMax).map((item) => ({
          id: field(item.rdf?.about),
          link: field(item.link),
          title: words(item.title),
          summary: words(item.description),
          published: field(item.dc?.dates?.[0]),
        })),
      };
    case 'atom':
      return {
        title: field(parsed.feed.title?.value),
        entries: (parsed.feed.entries ?? []).slice(0, entriesMax).map((entry) => ({
          id: field(entry.id),
          link: field(
            (entry.links?.find(({ rel }) => (rel ?? 'alternate') === 'alternate') ?? entry.links?.[0])?.href,
          ),
          title: words(entry.title?.value),
          summary: words(entry.summary?.value ?? entry.content?.value),
          published: field(entry.published ?? entry.updated),
        })),
      };
    case 'json':
      throw new Error('not RSS or Atom');
  }
}

function words(html: unknown): string {
  return plainText(field(html));
}

function field(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, fieldCharactersMax) : '';
}
