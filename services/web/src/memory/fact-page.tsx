import type { FactView } from '@kentongan/contracts';
import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.js';
import { useRegion } from '../session/region.js';
import { Failure } from '../ui/failure.js';
import { OuterLink } from '../ui/outer-link.js';
import { Page } from '../ui/page.js';
import { Duplicates } from './duplicates.js';
import { FactActions } from './fact-actions.js';
import { FactForm } from './fact-form.js';
import { FactMarks } from './fact-marks.js';
import { FactVersions } from './fact-versions.js';
import { MatchedPosts } from './matched-posts.js';
import styles from './memory.module.css';
import { factViewQuery } from './memory-queries.js';
import { Variants } from './variants.js';

/** One fact: its words as published, what it was matched with, who did what to it. */
export function FactPage() {
  const { t } = useTranslation('memory');
  const { factId } = useParams({ strict: false });
  const { regionId } = useRegion();
  const view = useQuery(factViewQuery(regionId, factId ?? ''));
  const [isEditing, setEditing] = useState(false);
  return (
    <Page title={view.data?.fact.title ?? t('fact')}>
      <p className={styles.back}>
        <Link to="/memori">← {t('back')}</Link>
      </p>
      {view.isPending && <Skeleton height={320} radius={12} />}
      {view.isError && <Failure error={view.error} onRetry={() => view.refetch()} />}
      {view.data && isEditing && <FactForm fact={view.data} onDone={() => setEditing(false)} />}
      {view.data && !isEditing && <Fact view={view.data} onEdit={() => setEditing(true)} />}
    </Page>
  );
}

function Fact({ view, onEdit }: { view: FactView; onEdit: () => void }) {
  return (
    <div className={styles.columns}>
      <div className={styles.column}>
        <section className={`${styles.panel} k-panel`}>
          <FactSource view={view} />
          <FactWords view={view} />
          <FactActions view={view} onEdit={onEdit} />
        </section>
        <Variants view={view} />
        <Duplicates view={view} />
      </div>
      <div className={styles.column}>
        <MatchedPosts view={view} />
        <FactVersions view={view} />
      </div>
    </div>
  );
}

function FactSource({ view }: { view: FactView }) {
  const { t } = useTranslation('memory');
  const format = useFormat();
  const { fact } = view;
  return (
    <p className={styles.meta}>
      {fact.publisher && <bdi>{fact.publisher}</bdi>}
      {fact.publishedAt && <span>{format.date(fact.publishedAt)}</span>}
      <FactMarks item={view} />
      {fact.url && <OuterLink href={fact.url}>{t('source')}</OuterLink>}
    </p>
  );
}

function FactWords({ view: { fact, import: brought } }: { view: FactView }) {
  const { t } = useTranslation('memory');
  return (
    <dl className={styles.words}>
      {fact.hoaxText && (
        <>
          <dt>{t('form.hoaxText')}</dt>
          <dd dir="auto">{fact.hoaxText}</dd>
        </>
      )}
      <dt>{t('form.conclusion')}</dt>
      <dd dir="auto">{fact.conclusion ?? <span className="k-muted">{t('noConclusion')}</span>}</dd>
      {brought && (
        <>
          <dt>{t('licence')}</dt>
          <dd>{brought.licence ?? <span className="k-muted">{t('noLicence')}</span>}</dd>
        </>
      )}
    </dl>
  );
}
