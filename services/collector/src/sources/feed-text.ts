/** What a body was refused for before any parser saw it. */
export interface FeedRefusal {
  readonly failure: 'notAFeed' | 'hostile';
  readonly detail: string;
}

const headCharactersMax = 65_536;

/** Bytes → text, by the charset of the header, of the XML declaration, or UTF-8. */
export function feedText(bytes: Uint8Array, contentType: string): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const label =
    /charset\s*=\s*"?([\w-]{1,40})/i.exec(contentType)?.[1] ??
    /^[^<]{0,4}<\?xml[^>]{0,100}encoding\s*=\s*["']([\w-]{1,40})/i.exec(head)?.[1];
  const decoder = decoderOf(label ?? 'utf-8');
  const text = decoder.decode(bytes);
  return decoder.encoding === 'windows-1252' ? withWindowsSigns(text) : text;
}

/** 0x80 to 0x9F of windows-1252. Node 20 decodes it as ISO-8859-1, where these are invisible controls. */
const windowsSigns = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

function withWindowsSigns(text: string): string {
  return text.replace(/[\u0080-\u009F]/g, (sign) => windowsSigns[sign.charCodeAt(0) - 0x80] ?? sign);
}

function decoderOf(label: string) {
  try {
    return new TextDecoder(label);
  } catch {
    return new TextDecoder('utf-8');
  }
}

/**
 * Refuses what no honest feed holds. Entities are never expanded by our parser either; declaring them is a sign of an
 * attack on others, and a feed that uses them would be misread.
 */
export function refuseFeedText(text: string): FeedRefusal | null {
  const head = text.slice(0, headCharactersMax);
  if (/<!ENTITY/i.test(text) || /<!DOCTYPE[^>[]{0,1000}\[/i.test(text))
    return { failure: 'hostile', detail: 'the feed declares entities, which no feed needs' };
  if (/^\s*(<!doctype html|<html)/i.test(head.replace(/^\uFEFF/, '')))
    return { failure: 'notAFeed', detail: 'the address answers with a web page instead of a feed' };
  if (!/<(rss|feed|[a-z]{1,20}:rdf|[a-z]{1,20}:feed)[\s>]/i.test(head))
    return { failure: 'notAFeed', detail: 'the answer is not RSS or Atom' };
  return null;
}
