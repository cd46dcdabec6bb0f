import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.js';
import { useCopy } from '../../ui/use-copy.js';
import { Panel } from '../panel.js';
import styles from './work.module.css';

export function WhatsAppPanel({ whatsapp }: { whatsapp: { readonly id: string; readonly en: string } }) {
  const { t } = useTranslation('issue');
  const { t: desk } = useTranslation('desk');
  const format = useFormat();
  const copy = useCopy();
  const text = whatsapp[format.language];
  return (
    <Panel
      title={t('whatsapp.title')}
      aside={
        <Button variant="default" mih={44} onClick={() => copy(text)}>
          {desk('copyWhatsApp')}
        </Button>
      }
    >
      <p className={styles.preview} dir="auto">
        {text}
      </p>
      <span className={styles.counter}>{t('whatsapp.length', { length: format.number(text.length) })}</span>
    </Panel>
  );
}
