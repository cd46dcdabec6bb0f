import type { SystemView } from '@kentongan/contracts';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { durationWords } from '../dashboard/duration-words.js';
import { useFormat } from '../format/use-format.js';
import { HealthWord } from './health-word.js';
import styles from './program-panel.module.css';
import { diskHealth, type Health, processesHealth, processesOf } from './system-levels.js';

const megabyteBytes = 2 ** 20;

/** The program itself: which version, since when, how much room is left. */
export function ProgramPanel({ system }: { system: SystemView }) {
  const { t } = useTranslation('system');
  const format = useFormat();
  const disk = diskHealth(system.disk);
  return (
    <section className={`k-panel ${styles.panel}`} aria-labelledby="program-title">
      <h2 id="program-title" className={styles.title}>
        {t('program.title')}
      </h2>
      <dl className={styles.figures}>
        <Figure name={t('program.version')}>{system.version}</Figure>
        <Figure name={t('program.uptime')}>{durationWords(system.uptimeSeconds, format.language, 2)}</Figure>
        <Figure name={t('program.clients')}>{format.number(system.liveClients)}</Figure>
        <Figure name={t('program.disk')} health={disk}>
          {system.disk ? format.bytes(system.disk.freeBytes) : t('program.diskUnknown')}
          {system.disk && (
            <span className={styles.note}>
              {t('program.diskOf', { total: format.bytes(system.disk.totalBytes) })}
            </span>
          )}
        </Figure>
        <Figure name={t('program.database')}>
          {format.bytes(system.database.bytes)}
          <span className={styles.note}>{t(`program.databaseKind.${system.database.kind}`)}</span>
        </Figure>
        <Figure name={t('program.memory')}>{format.bytes(system.residentMegabytes * megabyteBytes)}</Figure>
        <Figure name={t('program.delay')}>{format.number(system.eventLoopP99Milliseconds, 1)} ms</Figure>
        {processesOf(system.services).map(({ service, ready, all }) => (
          <Figure key={service} name={service} health={processesHealth(ready, all)}>
            {t('program.processes', { ready, all })}
          </Figure>
        ))}
      </dl>
      {disk === 'act' && <p className={styles.advice}>{t('program.diskAdvice')}</p>}
    </section>
  );
}

function Figure({ name, health, children }: { name: string; health?: Health; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {children}
        {health && health !== 'well' && <HealthWord health={health} />}
      </dd>
    </div>
  );
}
