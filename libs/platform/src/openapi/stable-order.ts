/** The same value with the keys of every object in alphabetical order: a description must not change with import order. */
export function inOrder<T>(value: T): T {
  if (Array.isArray(value)) return value.map((each: unknown) => inOrder(each)) as T;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, each]) => [key, inOrder<unknown>(each)])) as T;
}
