import type { CheckView } from '@kentongan/contracts';
import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../api/client.js';
import { messageOf } from '../api/failure.js';
import { issueQuery } from '../desk/issue-queries.js';
import { useLanguage } from '../i18n/use-language.js';
import { useRegion } from '../session/region.js';
import { useSession } from '../session/session.js';
import styles from './check-page.module.css';
import { titleOf } from './word-spans.js';

const titleCharactersMin = 5;
const titleCharactersMax = 300;
const listMax = 8;

/** One tap makes an issue of the text, or opens the one that there is. */
export function OpenIssue({ view }: { view: CheckView }) {
  const { t } = useTranslation('check');
  const language = useLanguage();
  const { user } = useSession();
  const { regionId } = useRegion();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [title, setTitle] = useState(() => titleOf(view.text));
  const open = useMutation({
    mutationFn: () => answer(client.POST('/api/issues', { body: issueBody(view, regionId, title.trim()) })),
    onSuccess: (issue) => {
      queries.setQueryData(issueQuery(issue.card.issueId).queryKey, issue);
      return navigate({ to: '/isu/$issueId', params: { issueId: issue.card.issueId } });
    },
  });
  if (user.role !== 'officer' && user.role !== 'admin') return null;
  return (
    <form
      className={`${styles.panel} k-panel`}
      onSubmit={(event) => {
        event.preventDefault();
        open.mutate();
      }}
    >
      <h2 className={styles.subTitle}>{t('open.title')}</h2>
      <TextInput
        label={t('open.name')}
        maxLength={titleCharactersMax}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      {open.isError && <p role="alert">{messageOf(open.error, language)}</p>}
      <Button
        type="submit"
        mih={48}
        loading={open.isPending}
        disabled={title.trim().length < titleCharactersMin}
      >
        {t('open.go')}
      </Button>
    </form>
  );
}

function issueBody({ text, analysis, matches }: CheckView, region: string, title: string) {
  const factId = matches.find(({ level }) => level !== 'related')?.factId;
  return {
    region,
    title,
    text,
    subjects: analysis.subjects.slice(0, listMax),
    places: [...new Set(analysis.places.flatMap(({ codes }) => codes[0] ?? []))].slice(0, listMax),
    ...(factId ? { factId } : {}),
    ...(analysis.nearCopyKey ? { nearCopyKey: analysis.nearCopyKey } : {}),
  };
}
