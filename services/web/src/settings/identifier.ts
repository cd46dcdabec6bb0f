const charactersMax = 48;

/** `Dinas Pekerjaan Umum` → `dinas-pekerjaan-umum`: a name as an identifier. */
export const identifierOf = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, charactersMax)
    .replace(/-+$/, '');

/** The same, with a number behind it when it is taken. */
export function freeIdentifier(name: string, taken: readonly string[]): string {
  const wanted = identifierOf(name) || 'x';
  for (let number = 1; number <= taken.length + 1; number += 1) {
    const tried = number === 1 ? wanted : `${wanted.slice(0, charactersMax - 4)}-${number}`;
    if (!taken.includes(tried)) return tried;
  }
  return wanted;
}
