import type { SystemView } from '@kentongan/contracts';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.js';
import { HealthWord } from './health-word.js';
import { RedriveModal } from './redrive-modal.js';
import { useStreamName } from './stream-name.js';
import styles from './stream-panel.module.css';
import { lagHealth } from './system-levels.js';

type Stream = SystemView['streams'][number];

/** How far each worker is behind, and what could not be processed, with the way to try it again. */
export function StreamPanel({ streams }: { streams: readonly Stream[] }) {
  const { t } = useTranslation('system');
  const [chosen, setChosen] = useState<Stream | null>(null);
  return (
    <section className={`k-panel ${styles.panel}`} aria-labelledby="streams-title">
      <header>
        <h2 id="streams-title" className={styles.title}>
          {t('streams.title')}
        </h2>
        <p className={styles.caption}>{t('streams.caption')}</p>
      </header>
      <ul>
        {streams.map((stream) => (
          <StreamRow key={stream.name} stream={stream} onRedrive={() => setChosen(stream)} />
        ))}
      </ul>
      <RedriveModal stream={chosen} onClose={() => setChosen(null)} />
    </section>
  );
}

function StreamRow({ stream, onRedrive }: { stream: Stream; onRedrive: () => void }) {
  const { t } = useTranslation('system');
  const format = useFormat();
  const streamName = useStreamName();
  return (
    <li className={styles.stream}>
      <div>
        <p className={styles.name}>{streamName(stream.name)}</p>
        <code className={styles.code}>{stream.name}</code>
      </div>
      <ul className={styles.groups}>
        {stream.groups.length === 0 && <li className="k-muted">{t('streams.noGroups')}</li>}
        {stream.groups.map(({ group, lag }) => (
          <li key={group} className={styles.group}>
            <code className={styles.code}>{group}</code>
            <span>{lag === 0 ? t('streams.upToDate') : `${t('streams.lag')} ${format.number(lag)}`}</span>
            {lagHealth(lag) !== 'well' && <HealthWord health={lagHealth(lag)} />}
          </li>
        ))}
      </ul>
      <div className={styles.dead} data-some={stream.deadLetters > 0}>
        <span>
          {t('streams.dead')}:{' '}
          {stream.deadLetters === 0 ? t('streams.none') : format.number(stream.deadLetters)}
        </span>
        {stream.deadLetters > 0 && (
          <Button
            variant="default"
            size="sm"
            mih={44}
            aria-label={t('streams.redriveOf', { stream: streamName(stream.name) })}
            onClick={onRedrive}
          >
            {t('streams.redrive')}
          </Button>
        )}
      </div>
    </li>
  );
}
