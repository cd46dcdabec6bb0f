import type { RegionSettings } from '@kentongan/contracts';
import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PlacePicker } from './place-picker.js';
import styles from './settings.module.css';

type Feed = RegionSettings['feeds'][number];

/** Where a source is at home, and how to say so: of places that share a name its posts mean the near one. */
export function FeedHome({
  feed,
  placeName,
  isLocked,
  onChange,
}: {
  feed: Feed;
  placeName: (code: string) => string;
  isLocked: boolean;
  onChange: (feed: Feed) => void;
}) {
  const { t } = useTranslation('settings');
  const { t: common } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const { placeCode, ...homeless } = feed;
  const settle = (to: Feed) => {
    setOpen(false);
    onChange(to);
  };
  return (
    <>
      <Button
        variant="default"
        mih={44}
        disabled={isLocked}
        aria-label={t('feeds.home.of', { name: feed.name })}
        onClick={() => setOpen(true)}
      >
        {t('feeds.home.action')}
      </Button>
      <Modal
        opened={isOpen}
        onClose={() => setOpen(false)}
        title={t('feeds.home.of', { name: feed.name })}
        closeButtonProps={{ 'aria-label': common('close') }}
      >
        <div className={styles.form}>
          <p>{t('feeds.home.hint')}</p>
          {placeCode !== undefined && (
            <div className={styles.row}>
              <strong>
                <bdi>{placeName(placeCode)}</bdi>
              </strong>
              <Button variant="default" mih={44} onClick={() => settle(homeless)}>
                {t('feeds.home.clear')}
              </Button>
            </div>
          )}
          <PlacePicker chosen={placeCode} onChoose={({ code }) => settle({ ...homeless, placeCode: code })} />
        </div>
      </Modal>
    </>
  );
}
