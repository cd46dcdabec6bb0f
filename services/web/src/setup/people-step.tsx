import type { RegionView } from '@kentongan/contracts';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from '../account/account.module.css';
import { messageOf } from '../api/failure.js';
import { useCodeWords } from '../i18n/codes.js';
import { useLanguage } from '../i18n/use-language.js';
import { NewUserForm } from '../settings/new-user-form.js';
import { type OneTime, OneTimePassword } from '../settings/one-time-password.js';
import { usePutRegion } from '../settings/use-save-region.js';
import { usersQuery } from '../settings/user-queries.js';

/** Step 3: who works here. All of them, the administrator too, are told of alarms until somebody changes that. */
export function PeopleStep({ region, onDone }: { region: RegionView; onDone: () => void }) {
  const { t } = useTranslation('setup');
  const words = useCodeWords();
  const language = useLanguage();
  const known = useQuery(usersQuery);
  const users = known.data ?? [];
  const put = usePutRegion();
  const [oneTime, setOneTime] = useState<OneTime | null>(null);
  const finish = () => {
    const { isConfiguredByFile, ...rest } = region;
    if (isConfiguredByFile) return onDone();
    const onDuty = users.filter(({ role }) => ['officer', 'leader', 'admin'].includes(role));
    const dutyOfficers = onDuty.map(({ userId, name }) => ({ userId, name }));
    put.mutate({ ...rest, dutyOfficers }, { onSuccess: onDone });
  };
  return (
    <div className={styles.form}>
      <p>{t('people.words')}</p>
      <ul>
        {users.map(({ userId, name, role }) => (
          <li key={userId}>
            ✓ <bdi>{name}</bdi> · {words('role', role)}
          </li>
        ))}
      </ul>
      <NewUserForm agencies={region.agencies} regionId={region.regionId} onCreated={setOneTime} />
      <OneTimePassword oneTime={oneTime} onClose={() => setOneTime(null)} />
      {put.isError && (
        <p className={styles.error} role="alert">
          {messageOf(put.error, language)}
        </p>
      )}
      <Button mih={48} loading={put.isPending || known.isPending} onClick={finish}>
        {t('finish')}
      </Button>
    </div>
  );
}
