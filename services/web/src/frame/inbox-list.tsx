import type { InboxItem } from '@kentongan/contracts';
import { Button, Skeleton } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../api/client.js';
import { useCodeWords } from '../i18n/codes.js';
import { Empty } from '../ui/empty.js';
import { ExactTime } from '../ui/exact-time.js';
import { Failure } from '../ui/failure.js';
import { Level } from '../ui/level.js';
import styles from './inbox-list.module.css';
import { inboxQuery } from './inbox-queries.js';

export function InboxList({ regionId, onChosen }: { regionId: string; onChosen: () => void }) {
  const { t } = useTranslation();
  const inbox = useQuery(inboxQuery(regionId));
  const read = useMarkRead(regionId);
  if (inbox.isPending) return <Skeleton height={160} />;
  if (inbox.isError) return <Failure error={inbox.error} onRetry={() => inbox.refetch()} />;
  const { items, unread } = inbox.data;
  if (items.length === 0) return <Empty title={t('inbox.empty.title')}>{t('inbox.empty.words')}</Empty>;
  return (
    <>
      {unread > 0 && (
        <Button variant="default" fullWidth mb="sm" onClick={() => read.mutate(undefined)}>
          {t('inbox.readAll')}
        </Button>
      )}
      <ul className={styles.list}>
        {items.map((item) => (
          <li key={item.itemId}>
            <Item
              item={item}
              onChosen={() => {
                if (item.readAt === null) read.mutate([item.itemId]);
                onChosen();
              }}
            />
          </li>
        ))}
      </ul>
    </>
  );
}

function Item({ item, onChosen }: { item: InboxItem; onChosen: () => void }) {
  const { t } = useTranslation();
  const words = useCodeWords();
  return (
    <Link
      to="/isu/$issueId"
      params={{ issueId: item.issueId }}
      className={styles.item}
      data-unread={item.readAt === null}
      onClick={onChosen}
    >
      <span className={styles.line}>
        <Level level={item.level} />
        <span className="k-muted">
          {words('inboxWhy', item.why)} · <ExactTime at={item.at} />
        </span>
      </span>
      <bdi className={styles.title}>{item.title}</bdi>
      {item.readAt === null && <span className="k-hidden">{t('inbox.isUnread')}</span>}
    </Link>
  );
}

/** Some, or all when no id is given. */
function useMarkRead(region: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (itemIds: string[] | undefined) =>
      answer(client.POST('/api/inbox/read', { body: { region, ...(itemIds ? { itemIds } : {}) } })),
    onSettled: () => queries.invalidateQueries({ queryKey: ['inbox', region] }),
  });
}
