import type { FactItem } from '@kentongan/contracts';
import { Button, SegmentedControl, Skeleton, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.js';
import { useRegion } from '../session/region.js';
import { useSession } from '../session/session.js';
import { Empty } from '../ui/empty.js';
import { Failure } from '../ui/failure.js';
import { FactForm } from './fact-form.js';
import { FactMarks } from './fact-marks.js';
import styles from './memory.module.css';
import { type FactShow, factShows, useFacts } from './memory-queries.js';

const typingMilliseconds = 250;

/** Search, and the facts found, newest first. The address holds both, so that a link shows the same. */
export function FactList() {
  const { t } = useTranslation('memory');
  const { regionId } = useRegion();
  const { user } = useSession();
  const navigate = useNavigate();
  const search = useSearch({ strict: false });
  const show = factShows.find((each) => each === search['tampil']) ?? 'all';
  const [typed, setTyped] = useState(() => String(search['q'] ?? ''));
  const [q] = useDebouncedValue(typed.trim(), typingMilliseconds);
  const [isAdding, setAdding] = useState(false);
  const go = (words: string, shown: FactShow) =>
    navigate({
      to: '/memori',
      search: { ...(words && { q: words }), ...(shown !== 'all' && { tampil: shown }) },
      replace: true,
    }).catch(() => {});
  const mayWrite = user.role === 'officer' || user.role === 'admin';
  if (isAdding) return <FactForm fact={null} onDone={() => setAdding(false)} />;
  return (
    <>
      <div className={styles.tools}>
        <TextInput
          className={styles.search}
          type="search"
          aria-label={t('facts.search')}
          placeholder={t('facts.searchHint')}
          leftSection={<IconSearch size={18} aria-hidden="true" />}
          maxLength={200}
          size="md"
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            void go(event.currentTarget.value.trim(), show);
          }}
        />
        {mayWrite && (
          <Button mih={44} leftSection={<IconPlus size={18} />} onClick={() => setAdding(true)}>
            {t('facts.add')}
          </Button>
        )}
      </div>
      <div className={styles.shows}>
        <SegmentedControl
          aria-label={t('facts.show')}
          value={show}
          onChange={(value) => void go(q, value as FactShow)}
          data={factShows.map((value) => ({ value, label: t(`facts.shows.${value}`) }))}
        />
      </div>
      <FoundFacts regionId={regionId} q={q} show={show} mayWrite={mayWrite} />
    </>
  );
}

interface Wanted {
  readonly regionId: string;
  readonly q: string;
  readonly show: FactShow;
  readonly mayWrite: boolean;
}

function FoundFacts({ regionId, q, show, mayWrite }: Wanted) {
  const { t } = useTranslation('memory');
  const { t: common } = useTranslation();
  const facts = useFacts(regionId, q, show);
  if (facts.isPending) return <Skeletons />;
  if (facts.isError) return <Failure error={facts.error} onRetry={() => facts.refetch()} />;
  const items = facts.data.pages.flatMap((page) => page.facts);
  if (items.length === 0) {
    const isSearched = q !== '' || show !== 'all';
    return (
      <Empty title={t(isSearched ? 'facts.none.title' : 'facts.empty.title')}>
        {t(isSearched ? 'facts.none.words' : mayWrite ? 'facts.empty.words' : 'facts.empty.readOnly')}
      </Empty>
    );
  }
  return (
    <>
      <ul className={`${styles.list} k-panel`}>
        {items.map((item) => (
          <FactRow key={item.fact.factId} item={item} />
        ))}
      </ul>
      {facts.hasNextPage && (
        <Button
          className={styles.more}
          variant="default"
          mih={44}
          loading={facts.isFetchingNextPage}
          onClick={() => facts.fetchNextPage()}
        >
          {common('more')}
        </Button>
      )}
    </>
  );
}

function FactRow({ item }: { item: FactItem }) {
  const format = useFormat();
  const { fact } = item;
  return (
    <li className={styles.row}>
      <Link to="/memori/$factId" params={{ factId: fact.factId }} className={styles.open}>
        <bdi>{fact.title}</bdi>
      </Link>
      {fact.conclusion && (
        <p className={styles.excerpt} dir="auto">
          {fact.conclusion}
        </p>
      )}
      <p className={styles.meta}>
        {fact.publisher && <bdi>{fact.publisher}</bdi>}
        {fact.publishedAt && <span>{format.date(fact.publishedAt)}</span>}
        <FactMarks item={item} />
      </p>
    </li>
  );
}

const rowsShown = ['a', 'b', 'c', 'd', 'e'];

function Skeletons() {
  return (
    <div className={`${styles.list} k-panel`} aria-busy="true">
      {rowsShown.map((each) => (
        <div key={each} className={styles.row}>
          <Skeleton height={20} width="62%" />
          <Skeleton height={14} mt={10} width="90%" />
          <Skeleton height={14} mt={10} width="30%" />
        </div>
      ))}
    </div>
  );
}
