import { Menu } from '@mantine/core';
import { IconDownload, IconLink } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNotices } from '../frame/notices.js';
import { copyText } from '../ui/copy-text.js';
import { ActionButton } from './action-button.js';
import styles from './archive-actions.module.css';
import { type ArchiveSelection, exportAddress } from './archive-call.js';
import { SavedSearches } from './saved-searches.js';
import type { SearchState } from './search-state.js';

/** What can be done with a search as a whole: keep it, hand it on, take it along. */
export function ArchiveActions({
  region,
  state,
  selection,
  onChange,
}: {
  region: string;
  state: SearchState;
  selection: ArchiveSelection;
  onChange: (state: SearchState) => void;
}) {
  const { t } = useTranslation('archive');
  const notices = useNotices();
  const share = async () => {
    const isCopied = await copyText(window.location.href);
    if (isCopied) notices.calm(t('share.copied'));
    else notices.problem(t('share.failed'));
  };
  return (
    <div className={styles.actions}>
      <SavedSearches region={region} state={state} onChange={onChange} />
      <ActionButton
        icon={IconLink}
        label={t('share.action')}
        onClick={() => {
          share().catch(() => {});
        }}
      />
      <Menu position="bottom-end" width={300}>
        <Menu.Target>
          <ActionButton icon={IconDownload} label={t('export.action')} />
        </Menu.Target>
        <Menu.Dropdown>
          {(['csv', 'ndjson'] as const).map((format) => (
            <Menu.Item key={format} component="a" href={exportAddress(selection, format)} download mih={44}>
              {t(`export.${format}`)}
            </Menu.Item>
          ))}
          <Menu.Label className={styles.note}>{t('export.note')}</Menu.Label>
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
