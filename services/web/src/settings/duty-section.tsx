import type { RegionView } from '@kentongan/contracts';
import { Button, Checkbox, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCodeWords } from '../i18n/codes.js';
import { Failure } from '../ui/failure.js';
import styles from './settings.module.css';
import { UnsavedGuard } from './unsaved-guard.js';
import { useSaveRegion } from './use-save-region.js';
import { usersQuery } from './user-queries.js';

/** Who is told of alarms. */
export function DutySection({ region }: { region: RegionView }) {
  const { t } = useTranslation('settings');
  const { t: common } = useTranslation();
  const words = useCodeWords();
  const users = useQuery(usersQuery);
  const { isSaving, save } = useSaveRegion();
  const [chosen, setChosen] = useState<readonly string[]>(region.dutyOfficers.map(({ userId }) => userId));
  const stored = region.dutyOfficers.map(({ userId }) => userId);
  const isChanged = [...chosen].sort().join() !== stored.sort().join();
  if (users.isPending) return <Skeleton height={200} />;
  if (users.isError) return <Failure error={users.error} onRetry={() => users.refetch()} />;
  const eligible = users.data.filter(
    ({ isActive, role, regionIds }) =>
      isActive && role !== 'auditor' && (regionIds.length === 0 || regionIds.includes(region.regionId)),
  );
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        const dutyOfficers = eligible.filter(({ userId }) => chosen.includes(userId));
        save({ ...region, dutyOfficers: dutyOfficers.map(({ userId, name }) => ({ userId, name })) });
      }}
    >
      <UnsavedGuard isChanged={isChanged} />
      <Checkbox.Group
        label={t('duty.label')}
        description={t('duty.hint')}
        value={[...chosen]}
        onChange={setChosen}
      >
        {eligible.map(({ userId, name, role }) => (
          <Checkbox key={userId} value={userId} label={`${name} · ${words('role', role)}`} mt="sm" />
        ))}
      </Checkbox.Group>
      <Button type="submit" mih={44} w="fit-content" loading={isSaving} disabled={region.isConfiguredByFile}>
        {common('save')}
      </Button>
    </form>
  );
}
