import { Button, TextInput } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type HostUse, readHosts } from './read-host.js';
import styles from './settings.module.css';
import { useUndoNotice } from './use-undo-notice.js';

interface HostListProps {
  readonly use: HostUse;
  readonly hosts: readonly string[];
  readonly hostsMax: number;
  readonly isLocked: boolean;
  readonly onChange: (change: (hosts: readonly string[]) => readonly string[]) => void;
}

/** Sites by their host. A link may be pasted whole; what is kept of it is shown before it is. */
export function HostList({ use, hosts, hostsMax, isLocked, onChange }: HostListProps) {
  const { t } = useTranslation('settings');
  const { t: common } = useTranslation();
  const offerUndo = useUndoNotice();
  const titleId = useId();
  const remove = (host: string) => {
    onChange((all) => all.filter((each) => each !== host));
    offerUndo(t('hosts.removed', { host }), () => onChange((all) => sorted([...all, host])));
  };
  return (
    <section className={styles.form} aria-labelledby={titleId}>
      <div>
        <h2 id={titleId} className={styles.title}>
          {t(`hosts.${use}.label`)}
        </h2>
        <p>{t(`hosts.${use}.hint`)}</p>
      </div>
      {!isLocked && <NewHosts use={use} hosts={hosts} hostsMax={hostsMax} onChange={onChange} />}
      {hosts.length === 0 && <p className="k-muted">{t(`hosts.${use}.none`)}</p>}
      <ul>
        {hosts.map((host) => (
          <li key={host} className={styles.row}>
            <bdi>{host}</bdi>
            <Button
              variant="default"
              mih={44}
              disabled={isLocked}
              aria-label={t('hosts.remove', { host })}
              onClick={() => remove(host)}
            >
              {common('remove')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

const sorted = (hosts: readonly string[]): string[] => [...new Set(hosts)].sort();

function NewHosts({ use, hosts, hostsMax, onChange }: Omit<HostListProps, 'isLocked'>) {
  const { t } = useTranslation('settings');
  const { t: common } = useTranslation();
  const [pasted, setPasted] = useState('');
  const [isRefused, setRefused] = useState(false);
  const readings = readHosts(pasted, use);
  const bad = readings.find(({ problem }) => problem !== null);
  const fresh = sorted(readings.map(({ host }) => host)).filter((host) => !hosts.includes(host));
  const isFull = hosts.length + fresh.length > hostsMax;
  const problem = () => {
    if (readings.length === 0) return t('hosts.problem.nothing');
    if (bad?.problem) return t(`hosts.problem.${bad.problem}`, { host: bad.host });
    if (fresh.length === 0) return t('hosts.problem.known');
    return isFull ? t('hosts.problem.full', { count: hostsMax }) : null;
  };
  const isReadable = readings.length > 0 && problem() === null;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        setRefused(!isReadable);
        if (!isReadable) return;
        onChange((all) => sorted([...all, ...fresh]));
        setPasted('');
      }}
    >
      <TextInput
        label={t('hosts.input')}
        description={isReadable ? t('hosts.becomes', { hosts: fresh.join(', ') }) : t('hosts.inputHint')}
        placeholder="https://"
        inputMode="url"
        autoCapitalize="none"
        spellCheck={false}
        value={pasted}
        error={isRefused && problem()}
        inputContainer={(input) => (
          <div className={styles.typed}>
            {input}
            <Button type="submit" variant="default" mih={44}>
              {common('add')}
            </Button>
          </div>
        )}
        onChange={(event) => {
          setPasted(event.currentTarget.value);
          setRefused(false);
        }}
      />
    </form>
  );
}
