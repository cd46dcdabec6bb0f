/** How a publisher writes its fact-checks; recognised entry by entry. */
export type FactForm = 'table' | 'plain' | 'mafindo' | 'claimReview' | 'factCheckTools';

type Values = Readonly<Record<string, unknown>>;

/** An entry in our own names, whatever the publisher calls them. Empty: a form that was recognised holds no review. */
export interface FormedEntry {
  readonly form: FactForm;
  readonly records: readonly Values[];
}

const trueRating = /^\s*(?:benar|fakta|true|correct|accurate|akurat)\s*\.?\s*$/i;
const stamped = /^\s*[[(]/;

/**
 * Recognises the form of one JSON entry and puts it into our names. Forms: MAFINDO's API (`classification`, `tanggal`),
 * ClaimReview of schema.org, an answer of Google's Fact Check Tools (`claimReview` inside a claim), else our own names.
 * Who made a claim (`claimant`, `itemReviewed.author`) and who wrote the check (`authors`) are not taken over.
 */
export function formedEntry(entry: Values): FormedEntry {
  if (Array.isArray(entry['claimReview']))
    return { form: 'factCheckTools', records: ofFactCheckTools(entry) };
  const item = isFeedItem(entry) ? entry['item'] : entry;
  const reviews = (Array.isArray(item) ? item : [item]).filter(isClaimReview);
  if (reviews.length > 0 || isFeedItem(entry))
    return { form: 'claimReview', records: reviews.map(ofClaimReview) };
  if ('classification' in entry && ('tanggal' in entry || 'source_issue' in entry))
    return { form: 'mafindo', records: [ofMafindo(entry)] };
  return { form: 'plain', records: [entry] };
}

/** https://mafindodocs.netlify.app/v2: `status` 1 is true, 2 is false; `content` quotes what circulates. */
function ofMafindo(entry: Values): Values {
  const isTrue = String(entry['status']) === '1';
  return {
    id: entry['id'],
    title: marked(textOf(entry['title']), isTrue),
    hoaxText: isTrue ? undefined : cut(plainOf(entry['content'])),
    conclusion: cut([plainOf(entry['fact']), plainOf(entry['conclusion'])].filter(Boolean).join('\n')),
    url: entry['source_link'] ?? entry['url'],
    publisher: 'MAFINDO',
    publishedAt: textOf(entry['tanggal']).replace(/^(\d{4}-\d{2}-\d{2})[ T].*$/, '$1'),
  };
}

/** https://schema.org/ClaimReview */
function ofClaimReview(review: Values): Values {
  const claim = plainOf(review['claimReviewed']);
  const rating = nameOf(review['reviewRating'], 'alternateName');
  const isTrue = trueRating.test(rating);
  const url = textOf(review['url']) || textOf(review['@id']);
  return {
    id: review['identifier'] ?? idOf(url),
    title: marked(plainOf(review['name']) || plainOf(review['headline']) || claim, isTrue),
    hoaxText: isTrue ? undefined : cut(claim),
    conclusion: cut(plainOf(review['reviewBody']) || plainOf(review['description']) || rating),
    url,
    publisher: (nameOf(review['author']) || nameOf(review['publisher'])).slice(0, 200),
    publishedAt: textOf(review['datePublished']),
  };
}

/** https://developers.google.com/fact-check/tools/api/reference/rest/v1alpha1/claims: one fact for each review. */
function ofFactCheckTools(entry: Values): Values[] {
  const reviews = (entry['claimReview'] as unknown[]).filter(isRecord);
  return reviews.map((review) => {
    const isTrue = trueRating.test(textOf(review['textualRating']));
    const publisher = isRecord(review['publisher']) ? review['publisher'] : {};
    return {
      id: idOf(textOf(review['url'])),
      title: marked(plainOf(review['title']) || plainOf(entry['text']), isTrue),
      hoaxText: isTrue ? undefined : cut(plainOf(entry['text'])),
      conclusion: cut(plainOf(review['textualRating'])),
      url: review['url'],
      publisher: (textOf(publisher['name']) || textOf(publisher['site'])).slice(0, 200),
      publishedAt: textOf(review['reviewDate']) || textOf(entry['claimDate']),
    };
  });
}

function isClaimReview(value: unknown): value is Values {
  return isRecord(value) && [value['@type']].flat().includes('ClaimReview');
}

const isFeedItem = (entry: Values): boolean => entry['@type'] === 'DataFeedItem';

export function isRecord(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What was found true is no rumour: the stamp says so to whoever reads the fact later. */
function marked(title: string, isTrue: boolean): string {
  return isTrue && title !== '' && !stamped.test(title) ? `[BENAR] ${title}` : title;
}

/** An address as an id: it is the publisher's own name of the check. */
function idOf(url: string): string {
  const bare = url.replace(/^https?:\/\/(?:www\.)?/, '').replace(/[?#].*$|\/+$/g, '');
  return bare.length <= 120 ? bare : `${bare.slice(0, 100)}~${spread(bare)}`;
}

/** FNV-1a over UTF-16 units, twice with different seeds: tells long addresses with one beginning apart. */
function spread(text: string): string {
  return [0x811c9dc5, 0x01000193]
    .map((seed) => {
      let hash = seed;
      for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
      return (hash >>> 0).toString(36);
    })
    .join('');
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
}

function nameOf(value: unknown, name = 'name'): string {
  const [first] = [value].flat();
  return isRecord(first) ? textOf(first[name]) : '';
}

/** Publishers send pieces of pages: tags go, the words stay. */
function plainOf(value: unknown): string {
  return textOf(value)
    .replace(/<(?:br|\/p|\/div|\/li)\s{0,3}\/?>/gi, '\n')
    .replace(/<[^<>]{1,500}>/g, ' ')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&amp;', '&')
    .replace(/[ \t]+/g, ' ')
    .replace(/\s*\n\s*/g, '\n')
    .trim();
}

/** The contract's longest text of a fact. */
const cut = (text: string): string => text.slice(0, 20_000);
