import { Button, PasswordInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../api/client.js';
import { messageOf } from '../api/failure.js';
import { useLanguage } from '../i18n/use-language.js';
import { sessionQuery, useStartSession } from '../session/session.js';
import styles from './account.module.css';
import { OutsidePage } from './outside-page.js';
import { isAcceptable, passwordCharactersMin } from './password-rules.js';

/** A new password: asked for after a one-time password, or chosen in the person's menu. */
export function PasswordPage() {
  const { t } = useTranslation('account');
  const language = useLanguage();
  const router = useRouter();
  const session = useQuery(sessionQuery);
  const startSession = useStartSession();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const isForced = session.data?.user.mustChangePassword ?? false;
  const change = useMutation({
    mutationFn: () => answer(client.POST('/api/session/password', { body: { current, next } })),
    onSuccess: (changed) => {
      startSession(changed);
      return router.navigate({ to: '/', search: {}, replace: true });
    },
  });
  const isShort = next !== '' && !isAcceptable(next);
  return (
    <OutsidePage title={t('change.title')}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate();
        }}
      >
        {isForced && <p>{t('change.forced')}</p>}
        <PasswordInput
          label={isForced ? t('change.oneTime') : t('change.current')}
          autoComplete="current-password"
          required
          value={current}
          onChange={(event) => setCurrent(event.currentTarget.value)}
          visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
        />
        <PasswordInput
          label={t('change.next')}
          description={t('passwordHint', { count: passwordCharactersMin })}
          autoComplete="new-password"
          required
          value={next}
          error={isShort && t('passwordShort', { count: passwordCharactersMin })}
          onChange={(event) => setNext(event.currentTarget.value)}
          visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
        />
        {change.isError && (
          <p className={styles.error} role="alert">
            {messageOf(change.error, language)}
          </p>
        )}
        <Button type="submit" mih={48} loading={change.isPending} disabled={!isAcceptable(next)}>
          {t('change.go')}
        </Button>
        {!isForced && (
          <Button variant="subtle" mih={44} onClick={() => router.navigate({ to: '/', search: {} })}>
            {t('change.later')}
          </Button>
        )}
      </form>
    </OutsidePage>
  );
}
