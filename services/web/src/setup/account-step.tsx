import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from '../account/account.module.css';
import { isAcceptable, passwordCharactersMin } from '../account/password-rules.js';
import { answer, client } from '../api/client.js';
import { messageOf } from '../api/failure.js';
import { useLanguage } from '../i18n/use-language.js';
import { useStartSession } from '../session/session.js';

/** The first administrator, who proves to be the operator by the code in the log. */
export function AccountStep({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('setup');
  const { t: account } = useTranslation('account');
  const language = useLanguage();
  const startSession = useStartSession();
  const [form, setForm] = useState({ setupCode: '', name: '', userName: '', password: '' });
  const setUp = useMutation({
    mutationFn: () => answer(client.POST('/api/setup', { body: form })),
    onSuccess: (session) => {
      startSession(session);
      onDone();
    },
  });
  const field = (name: keyof typeof form) => ({
    required: true,
    value: form[name],
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setForm((before) => ({ ...before, [name]: name === 'userName' ? value.toLowerCase() : value }));
    },
  });
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        setUp.mutate();
      }}
    >
      <p>{t('account.words')}</p>
      <TextInput
        label={t('account.code')}
        description={t('account.codeHint')}
        autoComplete="off"
        {...field('setupCode')}
      />
      <TextInput label={account('name')} autoComplete="name" {...field('name')} />
      <TextInput
        label={account('userName')}
        description={account('userNameHint')}
        autoComplete="username"
        autoCapitalize="none"
        {...field('userName')}
      />
      <PasswordInput
        label={account('password')}
        description={account('passwordHint', { count: passwordCharactersMin })}
        autoComplete="new-password"
        visibilityToggleButtonProps={{ 'aria-label': account('showPassword') }}
        {...field('password')}
      />
      {setUp.isError && (
        <p className={styles.error} role="alert">
          {messageOf(setUp.error, language)}
        </p>
      )}
      <Button type="submit" mih={48} loading={setUp.isPending} disabled={!isAcceptable(form.password)}>
        {t('account.go')}
      </Button>
    </form>
  );
}
