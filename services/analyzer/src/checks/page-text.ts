/** What of a web page says what it is about. */
export interface PageText {
  readonly title: string | null;
  /** Title, description and first paragraphs as plain text. */
  readonly text: string;
}

const pageCharactersMax = 600_000;
const textCharactersMax = 5_000;
const paragraphsMax = 10;
/** Shorter ones are captions, dates and buttons. */
const paragraphCharactersMin = 40;

/** Their content is no text. */
const rawElements = new Set(['script', 'style', 'noscript', 'template', 'svg', 'iframe', 'textarea']);
/** What stands in them is not what the page says. */
const sideElements = new Set(['nav', 'footer', 'aside', 'form', 'button', 'figcaption']);
/** They end a paragraph that was not ended. */
const blockElements = new Set(
  'div section article main ul ol table h2 h3 h4 blockquote figure body'.split(' '),
);
const describing = new Set(['description', 'og:description', 'twitter:description']);

interface Tag {
  readonly name: string;
  readonly isEnd: boolean;
  readonly attributes: string;
  /** Where the text after it begins. */
  readonly end: number;
}

/** What was read so far. */
class Reading {
  title = '';
  heading = '';
  socialTitle = '';
  descriptions: string[] = [];
  paragraphs: string[] = [];
  private collecting: 'title' | 'h1' | 'p' | null = null;
  private collected = '';
  private sideDepth = 0;

  text(words: string): void {
    if (this.collecting !== null && this.sideDepth === 0) this.collected += words;
  }

  tag({ name, isEnd, attributes }: Tag): void {
    if (sideElements.has(name)) this.sideDepth = Math.max(0, this.sideDepth + (isEnd ? -1 : 1));
    if (name === 'meta') this.meta(attributes);
    else if (name === 'title' || name === 'h1' || name === 'p') {
      this.finish();
      this.collecting = isEnd ? null : name;
    } else if (blockElements.has(name)) this.finish();
    else if (name === 'br') this.text(' ');
  }

  finish(): void {
    const words = plain(this.collected);
    if (this.collecting === 'title' && this.title === '') this.title = words;
    if (this.collecting === 'h1' && this.heading === '') this.heading = words;
    if (
      this.collecting === 'p' &&
      words.length >= paragraphCharactersMin &&
      this.paragraphs.length < paragraphsMax
    )
      this.paragraphs.push(words);
    this.collected = '';
    this.collecting = null;
  }

  private meta(attributes: string): void {
    const name = (attribute(attributes, 'property') || attribute(attributes, 'name')).toLowerCase();
    if (name === 'og:title') this.socialTitle = plain(attribute(attributes, 'content'));
    if (describing.has(name) && this.descriptions.length < 3)
      this.descriptions.push(plain(attribute(attributes, 'content')));
  }
}

/**
 * Reads a page as text: no scripts, no markup, nothing executed. One pass, so its cost is bounded by the page's length,
 * whatever the page holds.
 */
export function pageText(html: string): PageText {
  const page = html.slice(0, pageCharactersMax);
  const reading = new Reading();
  let at = 0;
  while (at < page.length) {
    const open = page.indexOf('<', at);
    reading.text(page.slice(at, open === -1 ? page.length : open));
    if (open === -1) break;
    const next = afterMarkup(page, open, reading);
    if (next === -1) break; // an unclosed tag or comment swallows the rest, as in a browser
    at = next;
  }
  reading.finish();
  const title = reading.socialTitle || reading.heading || reading.title;
  const blocks = [title, ...reading.descriptions, ...reading.paragraphs].filter((each) => each !== '');
  const text = [...new Set(blocks)].join('\n').slice(0, textCharactersMax).trim();
  return { title: title === '' ? null : title.slice(0, 500), text };
}

/** Takes the tag, comment or stray sign at `open`. @returns where to go on, -1 when it never ends */
function afterMarkup(page: string, open: number, reading: Reading): number {
  if (page.startsWith('<!--', open)) {
    const end = page.indexOf('-->', open + 4);
    return end === -1 ? -1 : end + 3;
  }
  if (!/[a-z/!?]/i.test(page[open + 1] ?? '')) {
    reading.text('<');
    return open + 1;
  }
  const tag = tagAt(page, open);
  if (!tag) return -1;
  reading.tag(tag);
  return tag.isEnd || !rawElements.has(tag.name) ? tag.end : afterRaw(page, tag);
}

/** `>` inside quotes does not end a tag. */
function tagAt(page: string, open: number): Tag | null {
  let quote = '';
  for (let at = open + 1; at < page.length; at += 1) {
    const sign = page[at]!;
    if (quote !== '') {
      if (sign === quote) quote = '';
    } else if ((sign === '"' || sign === "'") && page[at - 1] === '=') quote = sign;
    else if (sign === '>') {
      const inside = page.slice(open + 1, at);
      const name = /^\/?([a-z][a-z0-9]{0,20})/i.exec(inside)?.[1]?.toLowerCase() ?? '';
      return { name, isEnd: inside.startsWith('/'), attributes: inside, end: at + 1 };
    }
  }
  return null;
}

function afterRaw(page: string, { name, end }: Tag): number {
  const close = new RegExp(`</${name}`, 'gi');
  close.lastIndex = end;
  const found = close.exec(page);
  return found ? found.index : -1;
}

const attributeCharactersMax = 5_000;

function attribute(tag: string, name: string): string {
  const found = new RegExp(`\\s${name}\\s{0,5}=\\s{0,5}(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(
    tag.slice(0, attributeCharactersMax),
  );
  return found?.[1] ?? found?.[2] ?? found?.[3] ?? '';
}

const namedEntities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
};

function plain(words: string): string {
  return words
    .replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi, decodedEntity)
    .replace(/\s+/g, ' ')
    .trim();
}

function decodedEntity(whole: string, decimal?: string, hexadecimal?: string, name?: string): string {
  if (name !== undefined) return namedEntities[name.toLowerCase()] ?? whole;
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
}
