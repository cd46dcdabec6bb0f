import { rewriteProfileLink } from './profile-links.js';
import { normalisedHandle, type Pseudonyms } from './pseudonyms.js';

// Every repetition is bounded: these patterns run on text from anybody, and an unbounded one can take seconds.
const links =
  /https?:\/\/[^\s"'<>]{1,2000}|(?<![\p{L}\p{N}@_-])(?:[a-z0-9-]{1,40}\.){0,3}(?:twitter|x|facebook|fb|instagram|tiktok|youtube|threads|linkedin|whatsapp)\.(?:com|net|me)\/[^\s"'<>]{1,1000}|(?<![\p{L}\p{N}@._-])(?:t|telegram|wa)\.me\/[^\s"'<>]{1,1000}|(?<![\p{L}\p{N}@._-])bsky\.app\/[^\s"'<>]{1,1000}/giu;
const emails =
  /(?<![@\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,24}(?![\p{L}\p{N}])/giu;
const handles =
  /[@＠]([\p{L}\p{M}\p{N}_](?:[\p{L}\p{M}\p{N}_.·-]{0,62}[\p{L}\p{M}\p{N}_])?)(@(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,24})?/giu;
const namedAccounts =
  /(?<![\p{L}\p{N}])(ig|instagram|twitter|tiktok|telegram|tele|threads|snapchat|fb|facebook)(\s{0,3}[:=]\s{0,3})([a-z0-9]{0,40}[._0-9][a-z0-9._]{0,40}[a-z0-9_])/giu;
const identityNumbers =
  /(?<!\d)(?:\d{16}|\d{4}[ .-]\d{4}[ .-]\d{4}[ .-]\d{4}|\d{6}[ .-]\d{6}[ .-]\d{4})(?!\d)/g;
const mobileNumbers = /(?<![\p{L}\p{N}])(?:\+?62|0)[\s.-]?8(?:[\s.-]?\d){7,11}(?!\d)/gu;
const fixedNumbers = /(?<![\p{L}\p{N}])\(?0(?:2[1-9]|[3-7]\d|9\d)\d?\)?[\s-]\d{3,4}[\s-]?\d{3,4}(?!\d)/gu;
const numberOnly = /^\d{1,6}$/;

/**
 * Rewrites a text so that it names no private person by account, e-mail, telephone or identity number. Done before
 * anything is stored or logged; doing it twice changes nothing.
 */
export function pseudonymise(text: string, pseudonyms: Pseudonyms): string {
  const mayHoldLink = text.includes('/');
  if (!mayHoldLink) return pseudonymiseWords(text, pseudonyms);
  let result = '';
  let from = 0;
  for (const match of text.matchAll(links)) {
    result += pseudonymiseWords(text.slice(from, match.index), pseudonyms);
    result += pseudonymiseLink(match[0], pseudonyms);
    from = match.index + match[0].length;
  }
  return result + pseudonymiseWords(text.slice(from), pseudonyms);
}

/** An address alone, for instance the post's own. */
export function pseudonymiseLink(address: string, pseudonyms: Pseudonyms): string {
  const rewritten = rewriteProfileLink(address, pseudonyms);
  return rewritten.includes('@') || rewritten.includes('%40')
    ? withoutAccounts(rewritten.replace(/%40/g, '@'), pseudonyms)
    : rewritten;
}

function pseudonymiseWords(text: string, pseudonyms: Pseudonyms): string {
  const masked = /\d{3}/.test(text)
    ? text
        .replace(identityNumbers, '[nik]')
        .replace(mobileNumbers, '[telepon]')
        .replace(fixedNumbers, '[telepon]')
    : text;
  return withoutAccounts(masked, pseudonyms).replace(
    namedAccounts,
    (whole, site: string, separator: string, name: string) =>
      pseudonyms.isPublic(name) ? whole : `${site}${separator}${pseudonyms.ofHandle(name)}`,
  );
}

function withoutAccounts(text: string, pseudonyms: Pseudonyms): string {
  if (!/[@＠]/.test(text)) return text;
  return text
    .replace(emails, '[surel]')
    .replace(handles, (whole, name: string, server: string | undefined) => {
      if (numberOnly.test(name)) return whole; // `2 @5000` is a price
      if (server === undefined && pseudonyms.isPublic(name)) return whole;
      return `@${pseudonyms.ofHandle(name + (server ?? ''))}`;
    });
}

/**
 * Whether an identifier carries something that names a person, and so must not be stored as it is.
 * @param author raw name of the post's author, if known: some platforms build ids from it
 */
export function namesAPerson(identifier: string, author: string, pseudonyms: Pseudonyms): boolean {
  if (/[@＠]|%40/.test(identifier)) return true;
  const name = normalisedHandle(author);
  if (name.length >= 4 && identifier.toLowerCase().includes(name)) return true;
  return pseudonymise(identifier, pseudonyms) !== identifier;
}
