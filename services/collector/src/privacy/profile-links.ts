import type { Pseudonyms } from './pseudonyms.js';

/** Where a site's addresses name a person: which path segment it is, and what that segment is when it is nobody. */
interface Site {
  readonly hosts: RegExp;
  /** First path segments that lead to pages, not people. */
  readonly pages: ReadonlySet<string>;
  /** First path segments after which the next one is the person (`/in/NAME`, `/stories/NAME`). */
  readonly folders: ReadonlySet<string>;
  /** Query fields that name a person. */
  readonly fields: readonly string[];
}

const site = (hosts: RegExp, pages: string, folders = '', fields: readonly string[] = []): Site => ({
  hosts,
  pages: new Set(pages.split(' ')),
  folders: new Set(folders.split(' ').filter(Boolean)),
  fields,
});

const sites: readonly Site[] = [
  site(/(^|\.)(twitter|x)\.com$/, 'i search hashtag home explore intent share', '', [
    'screen_name',
    'via',
    'related',
  ]),
  site(
    /(^|\.)(facebook|fb)\.(com|me)$/,
    'groups watch share sharer sharer.php events photo photo.php permalink.php story.php reel reels hashtag media marketplace gaming video.php login',
    'people pages pg stories profile',
    ['id', 'profile_id', 'owner_id', 'u_id'],
  ),
  site(/(^|\.)instagram\.com$/, 'p reel reels tv explore accounts share', 'stories _u', []),
  site(/(^|\.)tiktok\.com$/, 't v tag music discover search embed share', 'share'),
  site(
    /(^|\.)youtube\.com$/,
    'watch shorts live playlist embed results feed hashtag post clip',
    'c user channel',
    ['ab_channel'],
  ),
  site(/(^|\.)(t|telegram)\.me$/, 'joinchat addstickers share c proxy addlist', 's', ['domain']),
  site(/(^|\.)threads\.(net|com)$/, 'search t tag'),
  site(/(^|\.)linkedin\.com$/, 'posts feed jobs pulse learning groups', 'in pub company school'),
  site(/(^|\.)bsky\.app$/, 'search hashtag feeds', 'profile'),
  site(/(^|\.)(wa\.me|api\.whatsapp\.com|chat\.whatsapp\.com)$/, 'send channel qr message', '', ['phone']),
];

const addressParts = /^(?:https?:\/\/)?([a-z0-9.-]+)(?::\d+)?(\/[^?#]*)?(\?[^#]*)?/i;

/**
 * Rewrites the person in the address of a profile or of a person's post; other addresses come back unchanged.
 * `https://x.com/budi_s/status/1` → `https://x.com/warga-1a2b3c4d/status/1` (which X still opens).
 */
export function rewriteProfileLink(address: string, pseudonyms: Pseudonyms): string {
  const parts = addressParts.exec(address);
  const host = parts?.[1]?.toLowerCase();
  const found = sites.find(({ hosts }) => host !== undefined && hosts.test(host));
  if (!parts || !found) return address;
  const [whole, , path = '', query = ''] = parts;
  const origin = whole.slice(0, whole.length - path.length - query.length);
  return (
    origin +
    rewritePath(path, found, pseudonyms) +
    rewriteQuery(query, found, pseudonyms) +
    address.slice(whole.length)
  );
}

function rewritePath(path: string, { pages, folders }: Site, pseudonyms: Pseudonyms): string {
  const segments = path.split('/');
  const first = segments[1]?.toLowerCase() ?? '';
  if (pages.has(first) && !folders.has(first)) return path;
  const at = folders.has(first) ? 2 : 1;
  rewriteSegment(segments, at, pseudonyms);
  if (first === 'people' || first === 'share') rewriteSegment(segments, 3, pseudonyms); // /people/NAME/ID
  return segments.join('/');
}

function rewriteSegment(segments: string[], at: number, pseudonyms: Pseudonyms): void {
  const segment = segments[at];
  if (segment === undefined || segment === '' || segment === 'profile.php') return;
  const name = decoded(segment);
  if (pseudonyms.isPublic(name)) return;
  segments[at] = (name.startsWith('@') ? '@' : '') + pseudonyms.ofHandle(name);
}

function rewriteQuery(query: string, { fields }: Site, pseudonyms: Pseudonyms): string {
  if (query === '' || fields.length === 0) return query;
  return query.replace(
    /([?&])([^=&]{1,40})=([^&]*)/g,
    (whole, separator: string, name: string, value: string) =>
      fields.includes(name.toLowerCase()) && !pseudonyms.isPublic(decoded(value))
        ? `${separator}${name}=${pseudonyms.ofHandle(decoded(value))}`
        : whole,
  );
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
