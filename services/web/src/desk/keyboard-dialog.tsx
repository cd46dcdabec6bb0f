import { Kbd, Modal, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import styles from './keyboard-help.module.css';
import type { DeskKeys } from './use-desk-keys.js';

const keys = ['j', 'k', 'Enter', 'a', 's', '/', '?'] as const;

export default function KeyboardDialog({ keys: state }: { keys: DeskKeys }) {
  const { t } = useTranslation('desk');
  const { t: common } = useTranslation();
  return (
    <Modal
      opened={state.isHelpOpen}
      onClose={state.closeHelp}
      title={t('keys.title')}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <dl className={styles.list}>
        {keys.map((key) => (
          <div key={key}>
            <dt>
              <Kbd>{key}</Kbd>
            </dt>
            <dd>{t(`keys.${names[key]}`)}</dd>
          </div>
        ))}
      </dl>
      <Switch
        mt="md"
        label={t('keys.on')}
        checked={state.areOn}
        onChange={(event) => state.turn(event.currentTarget.checked)}
      />
    </Modal>
  );
}

const names: Readonly<Record<(typeof keys)[number], string>> = {
  j: 'next',
  k: 'previous',
  Enter: 'open',
  a: 'take',
  s: 'copy',
  '/': 'search',
  '?': 'help',
};
