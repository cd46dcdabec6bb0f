/** What stands behind the question mark: plain texts, a repeated name becomes a list. No JSON, so links stay readable. */
export type AddressSearch = Record<string, string | string[]>;

export function parseAddressSearch(search: string): AddressSearch {
  const parsed: AddressSearch = {};
  for (const [name, value] of new URLSearchParams(search)) {
    const before = parsed[name];
    parsed[name] = before === undefined ? value : [before, value].flat();
  }
  return parsed;
}

export function writeAddressSearch(search: Record<string, unknown>): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    for (const each of [value].flat()) {
      if (each !== undefined && each !== null) parameters.append(name, String(each));
    }
  }
  const written = parameters.toString();
  return written === '' ? '' : `?${written}`;
}

/** Where to go after signing in: only a path of this desk, never another site. */
export function safeReturnAddress(address: unknown): string {
  if (typeof address !== 'string' || !/^\/(?![/\\])/.test(address)) return '/';
  return /^\/(masuk|setup|ganti-sandi)\b/.test(address) ? '/' : address;
}
