import { useNavigate, useSearch } from '@tanstack/react-router';

export const daysOffered = [1, 7, 30] as const;
export type Days = (typeof daysOffered)[number];

/** The period stands in the address, so that a link shows what its sender saw. */
export function useDays(): [Days, (days: Days) => void] {
  const record: Record<string, unknown> = useSearch({ strict: false });
  const navigate = useNavigate();
  const days = daysOffered.find((each) => `${each}` === record['days']) ?? 7;
  const go = (next: Days) => {
    const search: Record<string, string> = next === 7 ? {} : { days: `${next}` };
    navigate({ to: '/pantauan', search, resetScroll: false }).catch(() => {});
  };
  return [days, go];
}
