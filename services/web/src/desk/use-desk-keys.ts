import { type RefObject, useEffect, useState } from 'react';
import type { CardActions } from './issue-card.js';
import type { Shown } from './settled-list.js';

const storageKey = 'kentongan:keys';

export interface DeskKeys {
  readonly areOn: boolean;
  readonly turn: (on: boolean) => void;
  readonly isHelpOpen: boolean;
  readonly openHelp: () => void;
  readonly closeHelp: () => void;
}

/** `j` `k` move, `a` take, `s` copy, `/` search, `?` help. Can be switched off (a slip of the hand must not take an issue). */
export function useDeskKeys({
  shown,
  actions,
  mayAct,
  searchRef,
}: {
  shown: readonly Shown[];
  actions: CardActions;
  mayAct: boolean;
  searchRef: RefObject<HTMLInputElement | null>;
}): DeskKeys {
  const [areOn, setOn] = useState(() => localStorage.getItem(storageKey) !== 'off');
  const [isHelpOpen, setHelpOpen] = useState(false);
  useEffect(() => {
    if (!areOn || isHelpOpen) return;
    const inFocus = () => shown.find((each) => each.card.issueId === issueInFocus())?.card;
    const keys: Readonly<Record<string, () => void>> = {
      j: () => focusNext(1),
      k: () => focusNext(-1),
      a: () => {
        const card = inFocus();
        if (card && mayAct && card.acknowledgedAt === null) actions.acknowledge(card);
      },
      s: () => {
        const card = inFocus();
        if (card && mayAct) actions.copy(card.issueId);
      },
      '/': () => searchRef.current?.focus(),
      '?': () => setHelpOpen(true),
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (!Object.hasOwn(keys, event.key)) return;
      event.preventDefault();
      keys[event.key]?.();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [areOn, isHelpOpen, shown, actions, mayAct, searchRef]);
  return {
    areOn,
    turn: (on) => {
      localStorage.setItem(storageKey, on ? 'on' : 'off');
      setOn(on);
    },
    isHelpOpen,
    openHelp: () => setHelpOpen(true),
    closeHelp: () => setHelpOpen(false),
  };
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable || !!target.closest('input, textarea, select, [role="menu"], [role="dialog"]')
  );
}

const issueInFocus = (): string | undefined =>
  document.activeElement?.closest<HTMLElement>('[data-issue]')?.dataset['issue'];

function focusNext(step: 1 | -1): void {
  const links = [...document.querySelectorAll<HTMLElement>('[data-issue] [data-open]')];
  const here = links.findIndex((link) => link.closest('[data-issue]')?.contains(document.activeElement));
  const next = here < 0 ? 0 : Math.min(links.length - 1, Math.max(0, here + step));
  links[next]?.focus();
  links[next]?.closest('[data-issue]')?.scrollIntoView({ block: 'nearest' });
}
