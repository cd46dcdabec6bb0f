import { visibleText } from '../privacy/visible-text.js';

/** Ways of writing an address that a reader, or an app, turns into one. Bounded: they run on words from anybody. */
const schemes = /\bh(?:tt|xx)ps?\b\s{0,3}(?::|\[:\])|\b(?:javascript|data|mailto|tel|intent|ftp)\s{0,3}:/iu;
const hosts = /(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,62})\.){1,5}\p{L}[\p{L}\p{N}-]{1,30}(?![\p{L}\p{N}])/gu;
/** `contoh[.]id`, `contoh (dot) id`, `contoh titik com`; a bare "titik" is also an ordinary word: a known ending must follow. */
const hiddenDots =
  /(?<=[\p{L}\p{N}])\s{0,3}[[({]\s{0,3}(?:\.|dot|titik)\s{0,3}[\])}]\s{0,3}(?=\p{L})|(?<=[\p{L}\p{N}])\s{1,3}(?:dot|titik)\s{1,3}(?=(?:com|id|net|org|info|xyz|me|ly|co|go|my|site|online|link|app|top|click|example)(?![\p{L}\p{N}]))/giu;
const markdown = /!?\[[^\]]{0,200}\]\s{0,3}\([^)]{1,500}\)|<\s{0,3}a\b/iu;
/** A host that is written after a title or a number is none: "dr.Rina", "12.30". */
const titles = /^(?:dr|drs|dra|prof|ir|hj|jl|no|st)\.[\p{L}]+$/iu;

/** Hosts that a text leads to, in lower case, as a reader's app would read them; `?` where one is hidden in a trick. */
export function linkedHosts(text: string): string[] {
  const seen = visibleText(text).normalize('NFKC');
  const plain = seen.replace(hiddenDots, '.');
  const found = [...plain.matchAll(hosts)]
    .map(([host]) => host.toLowerCase().replace(/^www\./, ''))
    .filter((host) => !titles.test(host));
  const isTrick = plain !== seen || markdown.test(seen) || (schemes.test(seen) && found.length === 0);
  return isTrick ? [...found, '?'] : found;
}

/** Whether every address in a text belongs to one of these hosts, or to a host below one. */
export function leadsOnlyTo(text: string, allowedHosts: readonly string[]): boolean {
  return linkedHosts(text).every((host) =>
    allowedHosts.some((allowed) => host === allowed || host.endsWith(`.${allowed}`)),
  );
}

/** The host of an address, or nothing where it is none. */
export function hostsOf(address: string | undefined): string[] {
  if (address === undefined || !URL.canParse(address)) return [];
  const { hostname, protocol } = new URL(address);
  return protocol === 'https:' || protocol === 'http:' ? [hostname.replace(/^www\./, '')] : [];
}
