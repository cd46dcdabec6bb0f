import type { SystemView } from '@kentongan/contracts';
import { Button, Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { messageOf } from '../api/failure.js';
import { useFormat } from '../format/use-format.js';
import { useNotices } from '../frame/notices.js';
import styles from './redrive-modal.module.css';
import { useStreamName } from './stream-name.js';
import { useRedrive } from './system-queries.js';

/** Asks once more before failed messages go back into the queue, and says what that does. */
export function RedriveModal({
  stream,
  onClose,
}: {
  stream: SystemView['streams'][number] | null;
  onClose: () => void;
}) {
  const { t } = useTranslation('system');
  const streamName = useStreamName();
  return (
    <Modal
      opened={stream !== null}
      onClose={onClose}
      title={stream && t('streams.confirmTitle', { stream: streamName(stream.name) })}
    >
      {stream && <Question name={stream.name} deadLetters={stream.deadLetters} onClose={onClose} />}
    </Modal>
  );
}

function Question({
  name,
  deadLetters,
  onClose,
}: {
  name: string;
  deadLetters: number;
  onClose: () => void;
}) {
  const { t } = useTranslation('system');
  const format = useFormat();
  const notices = useNotices();
  const redrive = useRedrive();
  const run = () =>
    redrive.mutate(name, {
      onSuccess: ({ redriven }) => {
        notices.calm(t('streams.done', { count: redriven, number: format.number(redriven) }));
        onClose();
      },
    });
  return (
    <div className={styles.question}>
      <p>{t('streams.confirm', { count: deadLetters, number: format.number(deadLetters) })}</p>
      {redrive.error && (
        <p role="alert" className={styles.error}>
          {messageOf(redrive.error, format.language)}
        </p>
      )}
      <div className={styles.buttons}>
        <Button variant="default" onClick={onClose}>
          {t('streams.no')}
        </Button>
        <Button loading={redrive.isPending} onClick={run} data-autofocus>
          {t('streams.yes')}
        </Button>
      </div>
    </div>
  );
}
