import type { RegionSettings } from '@kentongan/contracts';
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePlaces } from '../archive/place-queries.js';
import { isWebAddress, OuterLink } from '../ui/outer-link.js';
import { FeedHome } from './feed-home.js';
import { freeIdentifier } from './identifier.js';
import styles from './settings.module.css';

type Feed = RegionSettings['feeds'][number];

const pollSeconds = 300;

/** Feeds of papers and offices: their list, and one more. */
export function FeedList({
  feeds,
  isLocked,
  onChange,
}: {
  feeds: readonly Feed[];
  isLocked: boolean;
  onChange: (feeds: Feed[]) => void;
}) {
  const { t } = useTranslation('settings');
  const { t: common } = useTranslation();
  const places = usePlaces(feeds.flatMap(({ placeCode }) => placeCode ?? []));
  const placeName = (code: string) => places.get(code)?.fullName ?? code;
  return (
    <div className={styles.form}>
      {feeds.length === 0 && <p className="k-muted">{t('feeds.none')}</p>}
      <ul>
        {feeds.map((feed) => (
          <li key={feed.sourceId} className={styles.row}>
            <span>
              <strong>
                <bdi>{feed.name}</bdi>
              </strong>
              <br />
              <OuterLink href={feed.url}>{feed.url}</OuterLink>
              {feed.placeCode !== undefined && (
                <span className={styles.home}>
                  {t('feeds.home.at', { place: placeName(feed.placeCode) })}
                </span>
              )}
            </span>
            <span className={styles.buttons}>
              <FeedHome
                feed={feed}
                placeName={placeName}
                isLocked={isLocked}
                onChange={(changed) =>
                  onChange(feeds.map((each) => (each.sourceId === feed.sourceId ? changed : each)))
                }
              />
              <Button
                variant="default"
                mih={44}
                disabled={isLocked}
                aria-label={t('feeds.remove', { name: feed.name })}
                onClick={() => onChange(feeds.filter(({ sourceId }) => sourceId !== feed.sourceId))}
              >
                {common('remove')}
              </Button>
            </span>
          </li>
        ))}
      </ul>
      {!isLocked && <NewFeed feeds={feeds} onAdd={(feed) => onChange([...feeds, feed])} />}
    </div>
  );
}

function NewFeed({ feeds, onAdd }: { feeds: readonly Feed[]; onAdd: (feed: Feed) => void }) {
  const { t } = useTranslation('settings');
  const { t: common } = useTranslation();
  const [name, setName] = useState('');
  const [url, setUrl] = useState('');
  const address = url.trim();
  const isBad = address !== '' && !isWebAddress(address);
  const add = () => {
    const taken = feeds.map(({ sourceId }) => sourceId);
    onAdd({ sourceId: freeIdentifier(name, taken), name: name.trim(), url: address, pollSeconds });
    setName('');
    setUrl('');
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <div className={styles.pair}>
        <TextInput
          label={t('feeds.name')}
          placeholder={t('feeds.nameHint')}
          maxLength={200}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          type="url"
          label={t('feeds.url')}
          placeholder="https://"
          maxLength={2_000}
          value={url}
          error={isBad && t('feeds.badUrl')}
          onChange={(event) => setUrl(event.currentTarget.value)}
        />
      </div>
      <Button
        type="submit"
        variant="default"
        mih={44}
        w="fit-content"
        disabled={name.trim() === '' || address === '' || isBad}
      >
        {common('add')}
      </Button>
    </form>
  );
}
