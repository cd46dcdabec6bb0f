import type { IssueCard as Card } from '@kentongan/contracts';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCardActions } from '../moves/use-card-actions.js';
import { useCopyForWhatsApp } from '../moves/use-copy-whatsapp.js';
import { useRegion } from '../session/region.js';
import { useSession } from '../session/session.js';
import { Failure } from '../ui/failure.js';
import { Page } from '../ui/page.js';
import { ArrivalsBar } from './arrivals-bar.js';
import { DeskEmpty } from './desk-empty.js';
import { DeskFilters } from './desk-filters.js';
import styles from './desk-page.module.css';
import { DeskSkeleton } from './desk-skeleton.js';
import { useDeskView } from './desk-view.js';
import { IssueItems } from './issue-items.js';
import { issuesQuery } from './issue-queries.js';
import { KeyboardHelp } from './keyboard-help.js';
import { useSettledList } from './settled-list.js';
import { useDeskKeys } from './use-desk-keys.js';

/** Meja isu: what is new, why do we say so, what do I do now. */
export function DeskPage() {
  const { t } = useTranslation('desk');
  const { regionId } = useRegion();
  const view = useDeskView();
  const { status, level, owner } = view;
  const filter = { ...(level ? { level } : {}), ...(owner ? { owner } : {}) };
  const issues = useQuery(issuesQuery(regionId, status, filter));
  const [words, setWords] = useState('');
  const searchRef = useRef<HTMLInputElement>(null);
  const { actions, putAway, mayAct } = useDeskActions();

  const listKey = [regionId, status, level, owner].join('|');
  const list = useSettledList(issues.data?.issues, listKey, putAway);
  const shown = useMemo(() => list.shown.filter(({ card }) => holds(card, words)), [list.shown, words]);
  const keys = useDeskKeys({ shown, actions, mayAct, searchRef });
  const navigate = useNavigate();
  const searchArchive = () => navigate({ to: '/arsip', search: { q: words.trim() } }).catch(() => {});

  return (
    <Page title={t('title')} aside={<KeyboardHelp keys={keys} />}>
      <ArrivalsBar arrived={list.arrived} risen={list.risen} onShow={list.layOut} />
      <DeskFilters
        view={view}
        counts={issues.data?.counts}
        searchRef={searchRef}
        words={words}
        onWords={setWords}
        onSearchArchive={searchArchive}
      />
      <section className={styles.list} aria-label={t(`status.${status}`)}>
        {issues.isPending && <DeskSkeleton />}
        {issues.isError && !issues.data && <Failure error={issues.error} onRetry={() => issues.refetch()} />}
        {issues.data && shown.length === 0 && (
          <DeskEmpty status={status} isFiltered={words !== '' || !!level || !!owner} />
        )}
        <IssueItems shown={shown} mayAct={mayAct} actions={actions} />
        {issues.data?.nextCursor && <p className="k-muted">{t('moreInArchive')}</p>}
      </section>
    </Page>
  );
}

function useDeskActions() {
  const { user } = useSession();
  const [putAway, setPutAway] = useState<ReadonlySet<string>>(new Set());
  const onPutAway = useCallback((issueId: string, isAway: boolean) => {
    setPutAway((before) => {
      const next = new Set(before);
      if (isAway) next.add(issueId);
      else next.delete(issueId);
      return next;
    });
  }, []);
  const { acknowledge, dismiss } = useCardActions(onPutAway);
  const copy = useCopyForWhatsApp();
  const actions = useMemo(() => ({ acknowledge, dismiss, copy }), [acknowledge, dismiss, copy]);
  return { actions, putAway, mayAct: ['officer', 'leader', 'admin'].includes(user.role) };
}

function holds(card: Card, words: string): boolean {
  const wanted = words.trim().toLowerCase();
  if (wanted === '') return true;
  return [card.title, card.factTitle, card.owner?.name].some((text) => text?.toLowerCase().includes(wanted));
}
