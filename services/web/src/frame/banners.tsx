import { Button } from '@mantine/core';
import { IconCloudOff, IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useContact } from '../api/contact.js';
import { messageOf } from '../api/failure.js';
import { useFormat } from '../format/use-format.js';
import { useOfflineQueue } from '../offline/queue-context.js';
import { useRegions } from '../session/region.js';
import { useSession } from '../session/session.js';
import styles from './banners.module.css';

/** What holds for every screen: a simulated day, a historical region, no connection, decisions that wait. */
export function Banners() {
  const { t } = useTranslation();
  const { isDemo } = useSession();
  const { region } = useRegions();
  return (
    <div className={styles.banners}>
      {isDemo && (
        <p className={styles.banner} data-tone="demo">
          <IconInfoCircle size={20} aria-hidden="true" />
          {t('demo')}
        </p>
      )}
      {region?.mode === 'historical' && (
        <p className={styles.banner} data-tone="demo">
          <IconInfoCircle size={20} aria-hidden="true" />
          {t('historicalBanner')}
        </p>
      )}
      <OfflineBanner />
      <RefusedBanner />
    </div>
  );
}

function OfflineBanner() {
  const { t } = useTranslation();
  const format = useFormat();
  const { isOnline, lastAt } = useContact();
  const { moves } = useOfflineQueue();
  return (
    <div role="status">
      {!isOnline && (
        <p className={styles.banner} data-tone="offline">
          <IconCloudOff size={20} aria-hidden="true" />
          <span>
            {t('offline.words', { time: format.time(lastAt) })}
            {moves.length > 0 && ` ${t('offline.queued', { count: moves.length })}`}
          </span>
        </p>
      )}
      {isOnline && moves.length > 0 && (
        <p className={styles.banner} data-tone="offline">
          {t('offline.sending', { count: moves.length })}
        </p>
      )}
    </div>
  );
}

/** A decision made offline that the issue had outrun: said with the reason, so that nobody believes it was done. */
function RefusedBanner() {
  const { t } = useTranslation();
  const { language } = useFormat();
  const { refusals, forgetRefusals } = useOfflineQueue();
  if (refusals.length === 0) return null;
  return (
    <div className={styles.banner} data-tone="problem" role="alert">
      <ul>
        {refusals.map(({ move, error }) => (
          <li key={move.issueId}>
            <bdi>{move.title}</bdi>: {t('offline.refused')} {messageOf(error, language)}
          </li>
        ))}
      </ul>
      <Button variant="default" onClick={forgetRefusals}>
        {t('understood')}
      </Button>
    </div>
  );
}
