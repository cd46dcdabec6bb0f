import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useRouter, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../api/client.js';
import { messageOf } from '../api/failure.js';
import { safeReturnAddress } from '../app/address.js';
import { useLanguage } from '../i18n/use-language.js';
import { useStartSession } from '../session/session.js';
import styles from './account.module.css';
import { OutsidePage } from './outside-page.js';

export function LoginPage() {
  const { t } = useTranslation('account');
  const language = useLanguage();
  const router = useRouter();
  const search = useSearch({ strict: false });
  const startSession = useStartSession();
  const [userName, setUserName] = useState('');
  const [password, setPassword] = useState('');
  const login = useMutation({
    mutationFn: () => answer(client.POST('/api/session', { body: { userName, password } })),
    onSuccess: (session) => {
      startSession(session);
      return router.navigate({ href: safeReturnAddress(search['kembali']), replace: true });
    },
  });
  return (
    <OutsidePage title={t('login.title')}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          login.mutate();
        }}
      >
        {search['kembali'] !== undefined && <p className="k-muted">{t('login.again')}</p>}
        <TextInput
          label={t('userName')}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          withAsterisk={false}
          value={userName}
          onChange={(event) => setUserName(event.currentTarget.value)}
        />
        <PasswordInput
          label={t('password')}
          autoComplete="current-password"
          required
          withAsterisk={false}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
        />
        {login.isError && (
          <p className={styles.error} role="alert">
            {messageOf(login.error, language)}
          </p>
        )}
        <Button type="submit" mih={48} loading={login.isPending}>
          {t('login.go')}
        </Button>
        <p className="k-muted">{t('login.forgot')}</p>
      </form>
    </OutsidePage>
  );
}
