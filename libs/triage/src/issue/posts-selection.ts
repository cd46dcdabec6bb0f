import type { PostsSelection, RegionSettings, Signal } from '@kentongan/contracts';

const dayMilliseconds = 86_400_000;
const queryCharactersMax = 500;

/** What an issue's posts can be found by. */
export interface SelectionSource {
  readonly signal: Signal | null;
  readonly factId: string | null;
  readonly nearCopyKey: string | null;
  readonly subjects: readonly string[];
  readonly places: readonly string[];
  readonly openedAt: string;
}

/** Parameters of the archive's search that find the posts, from a day before the first one on. */
export function postsSelectionOf(source: SelectionSource, settings: RegionSettings | null): PostsSelection {
  const firstAt = source.signal?.firstPost.createdAt ?? source.openedAt;
  const from = new Date(Date.parse(firstAt) - dayMilliseconds).toISOString();
  return { ...(source.signal ? ofKey(source.signal, settings) : byHand(source)), from };
}

function ofKey({ key, alsoKeys, copies }: Signal, settings: RegionSettings | null): PostsSelection {
  switch (key.kind) {
    case 'nearCopy': {
      const texts = [key, ...alsoKeys].filter(({ kind }) => kind === 'nearCopy').map(({ value }) => value);
      // The archive knows each wording by its own key.
      return { nearCopy: [...new Set([...texts, ...(copies?.textKeys ?? [])])] };
    }
    case 'hoaxMatch':
      return { fact: [key.value] };
    case 'hashtag':
      return { hashtag: [key.value] };
    case 'subjectPlace': {
      const [subject = '', place = '*'] = key.value.split('|');
      return { subject: [subject], ...(place === '*' ? {} : { place: [place] }) };
    }
    case 'volume':
      return { source: [key.value] };
    case 'watchRule': {
      const rule = settings?.watchRules.find(({ id }) => id === key.value);
      return rule ? { q: anyPhrase(rule.phrases) } : {};
    }
  }
}

function byHand({ factId, nearCopyKey, subjects, places }: SelectionSource): PostsSelection {
  if (factId !== null) return { fact: [factId] };
  if (nearCopyKey !== null) return { nearCopy: [nearCopyKey] };
  return {
    ...(subjects.length > 0 ? { subject: [...subjects] } : {}),
    ...(places.length > 0 ? { place: [...places] } : {}),
  };
}

/** As many phrases as fit; the first ones are those that a person thought of first. */
function anyPhrase(phrases: readonly string[]): string {
  let query = '';
  for (const phrase of phrases) {
    const quoted = `"${phrase.replaceAll('"', ' ').trim()}"`;
    const longer = query === '' ? quoted : `${query} OR ${quoted}`;
    if (longer.length > queryCharactersMax) break;
    query = longer;
  }
  return query;
}
