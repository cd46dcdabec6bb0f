import type { PriorityLevel } from '@kentongan/contracts';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { IssueStatus } from '../live/apply-live-event.js';

/** Which issues the desk shows; it stands in the address, so that it can be shared and survives a reload. */
export interface DeskView {
  readonly status: IssueStatus;
  readonly level: PriorityLevel | undefined;
  readonly owner: 'me' | 'nobody' | undefined;
}

export type ChangeableView = DeskView & { readonly change: (part: Partial<DeskView>) => void };

const oneOf = <Value extends string>(value: unknown, values: readonly Value[]): Value | undefined =>
  values.find((each) => each === value);

export const readDeskView = (search: Readonly<Record<string, unknown>>): DeskView => ({
  status: oneOf(search['status'], ['open', 'snoozed', 'done'] as const) ?? 'open',
  level: oneOf(search['level'], ['low', 'medium', 'high', 'critical'] as const),
  owner: oneOf(search['owner'], ['me', 'nobody'] as const),
});

export function useDeskView(): ChangeableView {
  const view = readDeskView(useSearch({ strict: false }));
  const navigate = useNavigate();
  return {
    ...view,
    change: (part) => {
      const next = { ...view, ...part };
      const search: Record<string, string> = {};
      if (next.status !== 'open') search['status'] = next.status;
      if (next.level) search['level'] = next.level;
      if (next.owner) search['owner'] = next.owner;
      navigate({ to: '/', search, replace: true }).catch(() => {});
    },
  };
}
