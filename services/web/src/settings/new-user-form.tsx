import type { RegionSettings, Role } from '@kentongan/contracts';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { messageOf } from '../api/failure.js';
import { useCodeWords } from '../i18n/codes.js';
import { useLanguage } from '../i18n/use-language.js';
import { agencyChoices } from '../issue/moves/agency-choices.js';
import { useSession } from '../session/session.js';
import type { OneTime } from './one-time-password.js';
import styles from './settings.module.css';
import { type NewUser, useCreateUser } from './user-queries.js';

const roles = [
  'officer',
  'leader',
  'analyst',
  'agency',
  'auditor',
  'admin',
] as const satisfies readonly Role[];
const everyRegion = '*';
const mayHaveAll: ReadonlySet<Role> = new Set(['admin', 'auditor']);

export function NewUserForm({
  agencies,
  regionId,
  onCreated,
  onCancel,
}: {
  agencies: RegionSettings['agencies'];
  /** Where they will most likely work. */
  regionId: string;
  onCreated: (made: OneTime) => void;
  onCancel?: () => void;
}) {
  const { t } = useTranslation('settings');
  const { t: common } = useTranslation();
  const language = useLanguage();
  const create = useCreateUser();
  const [user, setUser] = useState<NewUser>(() => emptyUser(regionId));
  const change = (part: Partial<NewUser>) => setUser((before) => ({ ...before, ...part }));
  const send = () =>
    create.mutate(ready(user), {
      onSuccess: ({ oneTimePassword }) => {
        setUser(emptyUser(regionId));
        onCreated({ name: user.name, userName: user.userName, oneTimePassword });
      },
    });
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <UserFields user={user} onChange={change} agencies={agencies} />
      {create.isError && <p role="alert">{messageOf(create.error, language)}</p>}
      <div className={styles.buttons}>
        <Button
          type="submit"
          mih={44}
          loading={create.isPending}
          disabled={user.name.trim() === '' || user.userName.length < 3}
        >
          {t('users.create')}
        </Button>
        {onCancel && (
          <Button variant="default" mih={44} onClick={onCancel}>
            {common('cancel')}
          </Button>
        )}
      </div>
    </form>
  );
}

function UserFields({
  user,
  onChange,
  agencies,
}: {
  user: NewUser;
  onChange: (part: Partial<NewUser>) => void;
  agencies: RegionSettings['agencies'];
}) {
  const { t } = useTranslation('settings');
  const { t: account } = useTranslation('account');
  const words = useCodeWords();
  const { regions } = useSession();
  return (
    <div className={styles.pair}>
      <TextInput
        label={account('name')}
        required
        maxLength={200}
        value={user.name}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      <TextInput
        label={account('userName')}
        description={account('userNameHint')}
        required
        maxLength={64}
        autoCapitalize="none"
        value={user.userName}
        onChange={(event) => onChange({ userName: event.currentTarget.value.toLowerCase() })}
      />
      <NativeSelect
        label={t('users.role')}
        value={user.role}
        onChange={(event) =>
          onChange({ role: roles.find((each) => each === event.currentTarget.value) ?? 'officer' })
        }
        data={roles.map((value) => ({ value, label: words('role', value) }))}
      />
      <NativeSelect
        label={t('users.region')}
        value={user.regionIds[0] ?? everyRegion}
        onChange={(event) => {
          const regionId = event.currentTarget.value;
          onChange({ regionIds: regionId === everyRegion ? [] : [regionId] });
        }}
        data={[
          ...regions.map(({ regionId, name }) => ({ value: regionId, label: name })),
          ...(mayHaveAll.has(user.role) ? [{ value: everyRegion, label: t('users.allRegions') }] : []),
        ]}
      />
      {user.role === 'agency' && (
        <NativeSelect
          label={t('users.agency')}
          required
          value={user.agencyId ?? ''}
          onChange={(event) => onChange({ agencyId: event.currentTarget.value || null })}
          data={agencyChoices(agencies, t('users.chooseAgency'))}
        />
      )}
    </div>
  );
}

const emptyUser = (regionId: string): NewUser => ({
  userName: '',
  name: '',
  role: 'officer',
  regionIds: [regionId],
  agencyId: null,
});

const ready = (user: NewUser): NewUser => ({
  ...user,
  name: user.name.trim(),
  agencyId: user.role === 'agency' ? user.agencyId : null,
});
