/** Words that stay as they are when a name in capitals is written as one writes it. */
const keptInCapitals: ReadonlySet<string> = new Set(['DKI', 'DI']);

/** `KOTA SEMARANG` → `Kota Semarang`; a name that is not all capitals is right already. */
export function shownName(name: string): string {
  if (name !== name.toUpperCase()) return name;
  return name
    .split(' ')
    .map((word) => (keptInCapitals.has(word) ? word : capitalised(word)))
    .join(' ');
}

/** Each part of `BAU-BAU` begins with a capital letter. */
function capitalised(word: string): string {
  return word
    .toLowerCase()
    .split('-')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('-');
}
