const linkAlone =
  /^<?((?:https?:\/\/|www\.)[^\s<>"']{3,2000}|(?:[a-z0-9-]{1,63}\.){1,5}[a-z]{2,24}(?:\/[^\s<>"']{0,2000})?)>?$/i;

/** The address, when a text is nothing but one; `www.a.example/b` gets its scheme. Null: it is a text. */
export function onlyLink(text: string): string | null {
  const address = linkAlone.exec(text.trim())?.[1];
  if (address === undefined) return null;
  return /^https?:\/\//i.test(address) ? address : `https://${address}`;
}
