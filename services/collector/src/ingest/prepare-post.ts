import {
  type CollectedPost,
  type IngestPost,
  postIdCharactersMax,
  textCharactersMax,
} from '@kentongan/contracts';
import { namesAPerson, pseudonymise, pseudonymiseLink } from '../privacy/pseudonymise.js';
import { normalisedHandle, type Pseudonyms } from '../privacy/pseudonyms.js';
import { cleanName, cleanText } from './clean-text.js';

/** Counts as reported by the source; null = not reported, which changes nothing. */
export interface Reach {
  readonly likes: number | null;
  readonly retweets: number | null;
  readonly replies: number | null;
  readonly views: number | null;
}

/** A post without any private name, ready to be compared with what was seen before. */
export interface PreparedPost {
  readonly postId: string;
  /** 32 hex digits; the same as long as text and deletion are the same, whatever key made the pseudonyms. */
  readonly contentHash: string;
  readonly createdAt: string;
  readonly reach: Reach;
  readonly content: Omit<
    CollectedPost,
    'revision' | 'mode' | 'firstCreatedAt' | 'fetchedAt' | 'foundBy' | keyof Reach
  >;
}

export interface Preparation {
  readonly pseudonyms: Pseudonyms;
  /** Keyed hash that never changes, 32 hex digits. */
  readonly fingerprint: (text: string) => string;
  /** Platform of posts that name none: the source they came by. */
  readonly sourceId: string;
}

const platformCharactersMax = 80;

/** Identity, pseudonyms and content hash of one checked post. Null when cleaning leaves nothing of its id. */
export function preparePost(post: IngestPost, preparation: Preparation): PreparedPost | null {
  const { pseudonyms, fingerprint } = preparation;
  const platform = platformOf(post.platform ?? preparation.sourceId);
  const author = cleanName(post.author ?? '');
  const isPublic = isPublicAuthor(author, post.authorKind ?? undefined, pseudonyms);
  const postId = postIdOf(post.id, platform, isPublic ? '' : author, preparation);
  if (postId === null) return null;
  const isDeleted = post.deleted === true;
  const text = cleanText(post.text);
  const createdAt = new Date(post.ts).toISOString();
  const replyTo = post.replyTo ? postIdOf(post.replyTo, platform, '', preparation) : null;
  return {
    postId,
    contentHash: fingerprint(isDeleted ? 'deleted' : `text|${text}`),
    createdAt,
    reach: {
      likes: post.likes ?? null,
      retweets: post.retweets ?? null,
      replies: post.replies ?? null,
      views: post.views ?? null,
    },
    content: {
      postId,
      platform,
      // What its author took back is not kept; the archive drops the earlier text by this revision.
      text: isDeleted
        ? ''
        : clipped(withoutOwnName(pseudonymise(text, pseudonyms), isPublic ? '' : author, pseudonyms)),
      createdAt,
      deleted: isDeleted,
      ...optional('url', post.url && pseudonymiseLink(cleanName(post.url), pseudonyms).slice(0, 2_000)),
      ...authorFields(author, platform, post.authorKind ?? undefined, pseudonyms),
      ...optional('declaredLanguage', languageOf(post.language)),
      ...optional('replyTo', replyTo),
      ...optional(
        'location',
        post.location && pseudonymise(cleanName(post.location), pseudonyms).slice(0, 300),
      ),
    },
  };
}

/** `platform:nativeId`; an id that is too long or names a person is replaced by its keyed hash. */
function postIdOf(
  nativeId: string,
  platform: string,
  author: string,
  { pseudonyms, fingerprint }: Preparation,
): string | null {
  const cleaned = cleanName(nativeId);
  const id = cleaned.startsWith(`${platform}:`) ? cleaned.slice(platform.length + 1) : cleaned;
  if (id === '') return null;
  const isKept =
    platform.length + 1 + id.length <= postIdCharactersMax && !namesAPerson(id, author, pseudonyms);
  return `${platform}:${isKept ? id : `h-${fingerprint(`id|${id}`)}`}`;
}

function platformOf(name: string): string {
  const cleaned = cleanName(name)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}._:-]/gu, '-');
  return cleaned.slice(0, platformCharactersMax) || 'unknown';
}

function isPublicAuthor(author: string, kind: CollectedPost['authorKind'], pseudonyms: Pseudonyms): boolean {
  return kind === 'official' || kind === 'press' || pseudonyms.isPublic(author);
}

/** The raw name stays for offices and media alone: they speak in public. */
function authorFields(
  author: string,
  platform: string,
  kind: CollectedPost['authorKind'],
  pseudonyms: Pseudonyms,
): Partial<Pick<CollectedPost, 'authorKey' | 'authorKind' | 'authorName'>> {
  if (author === '') return {};
  return {
    authorKey: pseudonyms.authorKey(platform, author),
    ...optional('authorKind', kind),
    ...(isPublicAuthor(author, kind, pseudonyms) ? { authorName: author.slice(0, 200) } : {}),
  };
}

/** People sign with their account name. Only names that cannot be ordinary words are looked for. */
function withoutOwnName(text: string, author: string, pseudonyms: Pseudonyms): string {
  const name = author.replace(/^@/, '');
  if (name.length < 5 || !/[\d_]/.test(name)) return text;
  if (!text.toLowerCase().includes(name.toLowerCase())) return text;
  const pattern = name.replace(/[^\p{L}\p{N}_]/gu, '\\$&');
  return text.replace(
    new RegExp(`(?<![\\p{L}\\p{N}_])${pattern}(?![\\p{L}\\p{N}_])`, 'giu'),
    pseudonyms.ofHandle(normalisedHandle(name)),
  );
}

/** A tag like `id` or `jv-Latn`; whatever else a sender writes there is not passed on. */
function languageOf(tag: string | null | undefined): string | undefined {
  return tag && /^[a-z]{2,3}(-[a-z0-9]{2,8})?$/i.test(tag) ? tag : undefined;
}

function clipped(text: string): string {
  if (text.length <= textCharactersMax) return text;
  return text.slice(0, textCharactersMax).replace(/[\uD800-\uDBFF]$/, '');
}

function optional<Name extends string, Value>(name: Name, value: Value | null | undefined | '') {
  return (value === null || value === undefined || value === '' ? {} : { [name]: value }) as {
    [key in Name]?: Value;
  };
}
