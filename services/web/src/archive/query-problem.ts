import { ApiFailure } from '../api/failure.js';

/** Where a query cannot be read; null when the failure is another one. */
export function problemPosition(error: unknown, query: string): number | null {
  if (!(error instanceof ApiFailure) || error.status !== 400) return null;
  const { position } = error.details;
  if (typeof position !== 'number' || !Number.isInteger(position)) return null;
  return Math.min(Math.max(position, 0), query.length);
}
