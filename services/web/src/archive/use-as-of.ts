import { useState } from 'react';

/**
 * The time that everything on the screen is asked for: fixed when the search changes or the reader refreshes, so that
 * list, chart and counts speak of the same posts and pages do not shift while they are read.
 */
export function useAsOf(search: unknown): [number, () => void] {
  const [held, setHeld] = useState(() => ({ search, asOf: Date.now() }));
  if (held.search !== search) setHeld({ search, asOf: Date.now() });
  return [held.asOf, () => setHeld({ search, asOf: Date.now() })];
}
