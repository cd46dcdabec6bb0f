import type { FactView } from '@kentongan/contracts';
import { Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../api/client.js';
import { messageOf } from '../api/failure.js';
import { useNotices } from '../frame/notices.js';
import { useLanguage } from '../i18n/use-language.js';
import { useRegion } from '../session/region.js';
import styles from './memory.module.css';
import { useFactChange, useFacts } from './memory-queries.js';

const typingMilliseconds = 250;
const candidatesMax = 6;

/** What this fact is a duplicate of, its own duplicates, and a way to make it one; every merge can be taken back. */
export function Duplicates({ view }: { view: FactView }) {
  const { t } = useTranslation('memory');
  const merge = useMerge(view);
  if (!view.mayChange && view.duplicates.length === 0 && view.mergedInto === null) return null;
  return (
    <section className={`${styles.panel} k-panel`}>
      <h2 className={styles.subTitle}>{t('duplicates.title')}</h2>
      {view.mergedInto !== null && (
        <div className={styles.note}>
          <p>
            {t('duplicates.isOne')}{' '}
            <Link to="/memori/$factId" params={{ factId: view.mergedInto }}>
              {t('duplicates.openKept')}
            </Link>
          </p>
          {view.mayChange && (
            <Button variant="default" mih={44} loading={merge.isPending} onClick={() => merge.into(null)}>
              {t('duplicates.undo')}
            </Button>
          )}
        </div>
      )}
      {view.duplicates.length > 0 && (
        <ul>
          {view.duplicates.map((each) => (
            <li key={each.factId} className={styles.row}>
              <Link to="/memori/$factId" params={{ factId: each.factId }}>
                <bdi>{each.title}</bdi>
              </Link>
            </li>
          ))}
        </ul>
      )}
      {view.mergedInto === null && view.duplicates.length === 0 && view.mayChange && (
        <Candidates view={view} onChosen={merge.into} />
      )}
    </section>
  );
}

function useMerge({ fact: { factId }, version }: FactView) {
  const { t } = useTranslation('memory');
  const { regionId } = useRegion();
  const language = useLanguage();
  const notices = useNotices();
  const send = (seen: number, intoFactId: string | null) =>
    answer(
      client.POST('/api/facts/{factId}/merge', {
        params: { path: { factId } },
        body: { version: seen, intoFactId },
      }),
    );
  const change = useFactChange(regionId, ({ seen, into }: { seen: number; into: string | null }) =>
    send(seen, into),
  );
  const onError = (error: unknown) => notices.problem(messageOf(error, language));
  const into = (chosen: string | null) =>
    change.mutate(
      { seen: version, into: chosen },
      {
        onError,
        onSuccess: (after) => {
          const undo = () => change.mutate({ seen: after.version, into: null }, { onError });
          notices.show({
            words: t(chosen === null ? 'done.unmerge' : 'done.merge'),
            tone: 'calm',
            seconds: 10,
            ...(chosen === null ? {} : { action: { label: t('duplicates.undo'), run: undo } }),
          });
        },
      },
    );
  return { into, isPending: change.isPending };
}

function Candidates({ view, onChosen }: { view: FactView; onChosen: (factId: string) => void }) {
  const { t } = useTranslation('memory');
  const { regionId } = useRegion();
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.trim(), typingMilliseconds);
  const found = useFacts(regionId, q, 'all');
  const candidates = (found.data?.pages.flatMap((page) => page.facts) ?? [])
    .filter(({ fact }) => fact.factId !== view.fact.factId)
    .slice(0, candidatesMax);
  return (
    <>
      <TextInput
        label={t('duplicates.label')}
        description={t('duplicates.hint')}
        maxLength={200}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {q !== '' && found.isSuccess && candidates.length === 0 && (
        <p className="k-muted">{t('facts.none.title')}</p>
      )}
      {q !== '' && (
        <ul>
          {candidates.map(({ fact }) => (
            <li key={fact.factId} className={styles.candidate}>
              <bdi>{fact.title}</bdi>
              <Button variant="default" mih={44} onClick={() => onChosen(fact.factId)}>
                {t('duplicates.merge')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
