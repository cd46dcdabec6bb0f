import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { useRegion } from '../session/region.js';
import { recordOfState, type SearchState, stateFromRecord } from './search-state.js';

/**
 * The search that the address holds, and how to go to another one; back leads to the search before. In a historical
 * region nothing happened in the last seven days: there a period is the whole archive.
 */
export function useSearchState(): [SearchState, (next: SearchState) => void] {
  const record = useSearch({ strict: false });
  const { mode } = useRegion();
  const state = useMemo((): SearchState => {
    const read = stateFromRecord(record);
    return mode === 'historical' && read.period !== 'custom' ? { ...read, period: 'all' } : read;
  }, [record, mode]);
  const navigate = useNavigate();
  const go = useCallback(
    (next: SearchState) => {
      navigate({ to: '/arsip', search: recordOfState(next), resetScroll: false }).catch(() => {});
    },
    [navigate],
  );
  return [state, go];
}
