import type { RegionSettings, UserView } from '@kentongan/contracts';
import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { messageOf } from '../api/failure.js';
import { useNotices } from '../frame/notices.js';
import { useCodeWords } from '../i18n/codes.js';
import { useLanguage } from '../i18n/use-language.js';
import { useRegion } from '../session/region.js';
import { useSession } from '../session/session.js';
import { Failure } from '../ui/failure.js';
import { NewUserForm } from './new-user-form.js';
import { type OneTime, OneTimePassword } from './one-time-password.js';
import styles from './settings.module.css';
import { useOneTimePassword, usersQuery, useUpdateUser } from './user-queries.js';

/** The accounts; a password is shown once, to be handed over. */
export function UsersSection({ agencies }: { agencies: RegionSettings['agencies'] }) {
  const { t } = useTranslation('settings');
  const { regionId } = useRegion();
  const users = useQuery(usersQuery);
  const [isAdding, setAdding] = useState(false);
  const [oneTime, setOneTime] = useState<OneTime | null>(null);
  if (users.isPending) return <Skeleton height={240} />;
  if (users.isError) return <Failure error={users.error} onRetry={() => users.refetch()} />;
  return (
    <div className={styles.section}>
      {isAdding ? (
        <NewUserForm
          agencies={agencies}
          regionId={regionId}
          onCreated={(made) => {
            setAdding(false);
            setOneTime(made);
          }}
          onCancel={() => setAdding(false)}
        />
      ) : (
        <Button mih={44} w="fit-content" onClick={() => setAdding(true)}>
          {t('users.add')}
        </Button>
      )}
      <ul>
        {users.data.map((user) => (
          <UserRow key={user.userId} user={user} onOneTime={setOneTime} />
        ))}
      </ul>
      <OneTimePassword oneTime={oneTime} onClose={() => setOneTime(null)} />
    </div>
  );
}

function UserRow({ user, onOneTime }: { user: UserView; onOneTime: (made: OneTime) => void }) {
  const { t } = useTranslation('settings');
  const words = useCodeWords();
  const language = useLanguage();
  const notices = useNotices();
  const { regions } = useSession();
  const regionName = (regionId: string) =>
    regions.find((region) => region.regionId === regionId)?.name ?? regionId;
  const update = useUpdateUser();
  const renew = useOneTimePassword();
  const onError = (error: unknown) => notices.problem(messageOf(error, language));
  return (
    <li className={styles.row}>
      <span>
        <strong>
          <bdi>{user.name}</bdi>
        </strong>{' '}
        <span className="k-muted">
          {user.userName} · {words('role', user.role)}
          {!user.isActive && ` · ${t('users.inactive')}`}
        </span>
        <br />
        <span className="k-muted">
          {user.regionIds.length === 0 ? t('users.allRegions') : user.regionIds.map(regionName).join(', ')}
        </span>
      </span>
      <span className={styles.buttons}>
        {user.isActive && (
          <Button
            variant="default"
            mih={44}
            loading={renew.isPending}
            onClick={() =>
              renew.mutate(user.userId, {
                onSuccess: ({ oneTimePassword }) =>
                  onOneTime({ name: user.name, userName: user.userName, oneTimePassword }),
                onError,
              })
            }
          >
            {t('users.renew')}
          </Button>
        )}
        <Button
          variant="default"
          mih={44}
          loading={update.isPending}
          onClick={() =>
            update.mutate({ userId: user.userId, change: { isActive: !user.isActive } }, { onError })
          }
        >
          {user.isActive ? t('users.deactivate') : t('users.activate')}
        </Button>
      </span>
    </li>
  );
}
