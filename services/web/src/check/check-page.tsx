import { Button, Skeleton, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../api/client.js';
import { useNotices } from '../frame/notices.js';
import { useRegion } from '../session/region.js';
import { Failure } from '../ui/failure.js';
import { Page } from '../ui/page.js';
import styles from './check-page.module.css';
import { CheckResult } from './check-result.js';

const textCharactersMax = 20_000;
const textCharactersMin = 3;

/** Cek teks: a forwarded message or a link in, everything we know about it out, on one screen. */
export function CheckPage() {
  const { t } = useTranslation('check');
  const { regionId } = useRegion();
  const [text, setText] = useState('');
  const check = useMutation({
    mutationFn: (pasted: string) =>
      answer(client.POST('/api/checks', { body: { region: regionId, text: pasted } })),
  });
  const isEnough = text.trim().length >= textCharactersMin;
  const run = () => {
    if (isEnough) check.mutate(text.trim());
  };
  return (
    <Page title={t('title')}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          run();
        }}
      >
        <Textarea
          label={t('label')}
          description={t('hint')}
          autosize
          minRows={4}
          maxRows={14}
          maxLength={textCharactersMax}
          value={text}
          dir="auto"
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) run();
          }}
        />
        <div className={styles.buttons}>
          <Button type="submit" mih={48} loading={check.isPending} disabled={!isEnough}>
            {t('go')}
          </Button>
          <PasteButton
            onPaste={(pasted) => {
              setText(pasted);
              check.mutate(pasted.trim());
            }}
          />
        </div>
      </form>
      <div aria-live="polite">
        {check.isPending && <Skeleton height={260} radius={12} />}
        {check.isError && <Failure error={check.error} onRetry={run} />}
        {check.data && !check.isPending && <CheckResult key={check.data.text} view={check.data} />}
      </div>
    </Page>
  );
}

/** One tap instead of a long press; only where the browser lets a page read the clipboard. */
function PasteButton({ onPaste }: { onPaste: (text: string) => void }) {
  const { t } = useTranslation('check');
  const notices = useNotices();
  if (!navigator.clipboard?.readText) return null;
  const paste = async () => {
    const text = await navigator.clipboard.readText();
    if (text.trim().length >= textCharactersMin) onPaste(text.slice(0, textCharactersMax));
    else notices.problem(t('nothingToPaste'));
  };
  return (
    <Button variant="default" mih={48} onClick={() => paste().catch(() => notices.problem(t('mayNotPaste')))}>
      {t('paste')}
    </Button>
  );
}
