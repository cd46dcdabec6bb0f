// Every repetition is bounded: these patterns run on text from anybody, and an unbounded one can take seconds.
const links =
  /https?:\/\/[^\s"'<>]{1,2000}|(?<![\p{L}\p{N}@._-])(?:[a-z0-9-]{1,40}\.){1,4}[a-z]{2,24}\/[^\s"'<>]{1,1000}/giu;
const emails =
  /(?<![@\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,24}(?![\p{L}\p{N}])/giu;
const handles =
  /[@＠](?!\d{1,6}(?![\p{L}\p{N}_]))[\p{L}\p{M}\p{N}_](?:[\p{L}\p{M}\p{N}_.·@-]{0,79}[\p{L}\p{M}\p{N}_])?/gu;
const namedAccounts =
  /(?<![\p{L}\p{N}])(ig|instagram|twitter|tiktok|telegram|tele|threads|snapchat|fb|facebook)(\s{0,3}[:=]\s{0,3})[a-z0-9]{0,40}[._0-9][a-z0-9._]{0,40}[a-z0-9_]/giu;
const identityNumbers =
  /(?<!\d)(?:\d{16}|\d{4}[ .-]\d{4}[ .-]\d{4}[ .-]\d{4}|\d{6}[ .-]\d{6}[ .-]\d{4})(?!\d)/g;
const mobileNumbers = /(?<![\p{L}\p{N}])\+?(?:62|0)[\s.-]?8(?:[\s.-]?\d){7,11}(?!\d)/gu;
const fixedNumbers = /(?<![\p{L}\p{N}])\(?0(?:2[1-9]|[3-7]\d|9\d)\d?\)?[\s-]\d{3,4}[\s-]?\d{3,4}(?!\d)/gu;

const socialHosts =
  /^(?:https?:\/\/)?(?:[a-z0-9-]{1,40}\.){0,3}(?:twitter|x|facebook|fb|instagram|tiktok|youtube|threads|linkedin|whatsapp|wa|t|telegram|bsky)\.(?:com|net|me|app)(?=\/)/i;
/** First path segments that lead to content; any other first segment of a social site is a person. */
const contentSegments =
  /^(?:i|search|hashtag|explore|intent|groups|watch|share|sharer|sharer\.php|events|photo|photo\.php|permalink\.php|story\.php|reels?|media|marketplace|p|tv|t|v|tag|music|discover|shorts|live|playlist|embed|results|feed|clip|joinchat|addstickers|posts|jobs|pulse|channel)$/i;

/** How a masked person is written; the same words as in the archive, so that copies keep their near-copy key. */
const personMasks = {
  handle: '@warga',
  email: '[surel]',
  telephone: '[telepon]',
  identityNumber: '[nik]',
} as const;

/**
 * Rewrites a text so that it names no private person by account, e-mail, telephone or identity number; profile links
 * lose the profile. Doing it twice changes nothing. Unlike the collector it keeps nobody apart: a text that is only
 * asked about is not stored, so nobody has to be recognised in it.
 */
export function maskPersons(text: string): string {
  let result = '';
  let from = 0;
  for (const match of text.matchAll(links)) {
    result += maskWords(text.slice(from, match.index)) + maskLink(match[0]);
    from = match.index + match[0].length;
  }
  return result + maskWords(text.slice(from));
}

function maskWords(text: string): string {
  return text
    .replace(identityNumbers, personMasks.identityNumber)
    .replace(mobileNumbers, personMasks.telephone)
    .replace(fixedNumbers, personMasks.telephone)
    .replace(emails, personMasks.email)
    .replace(handles, personMasks.handle)
    .replace(namedAccounts, (_whole, site: string, separator: string) => `${site}${separator}warga`);
}

function maskLink(address: string): string {
  const site = socialHosts.exec(address)?.[0];
  if (site === undefined) return maskWords(address.replace(/%40/g, '@'));
  const first = address.slice(site.length + 1).split(/[/?#]/, 1)[0] ?? '';
  return contentSegments.test(first)
    ? `${site}/${maskWords(address.slice(site.length + 1))}`
    : `${site}/warga`;
}

/** Removes what names or leads anywhere: handles, links, addresses, numbers of persons. For texts that are sent on. */
export function withoutPersonsAndLinks(text: string): string {
  return text
    .replace(links, ' ')
    .replace(/(?<![\p{L}\p{N}@._-])www\.[^\s"'<>]{1,500}/giu, ' ')
    .replace(identityNumbers, ' ')
    .replace(mobileNumbers, ' ')
    .replace(fixedNumbers, ' ')
    .replace(emails, ' ')
    .replace(handles, ' ')
    .replace(namedAccounts, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
