import type { RegionView } from '@kentongan/contracts';
import { useState } from 'react';
import { HostList } from './host-list.js';
import { SaveBar } from './save-bar.js';
import styles from './settings.module.css';
import { useSaveRegion } from './use-save-region.js';

/** As many as the settings hold. */
const pressHostsMax = 500;
const linkHostsMax = 50;

/** The region's own papers, and where a drafted clarification may lead. */
export function HostsSection({ region }: { region: RegionView }) {
  const { isSaving, save } = useSaveRegion();
  const stored = { press: region.pressHosts, link: region.linkHosts ?? [] };
  const [press, setPress] = useState<readonly string[]>(stored.press);
  const [link, setLink] = useState<readonly string[]>(stored.link);
  const isChanged = press.join() !== stored.press.join() || link.join() !== stored.link.join();
  const isLocked = region.isConfiguredByFile;
  return (
    <div className={styles.parts}>
      <HostList use="press" hosts={press} hostsMax={pressHostsMax} isLocked={isLocked} onChange={setPress} />
      <HostList use="link" hosts={link} hostsMax={linkHostsMax} isLocked={isLocked} onChange={setLink} />
      <SaveBar
        isChanged={isChanged}
        isSaving={isSaving}
        isLocked={isLocked}
        onSave={() => save({ ...region, pressHosts: [...press], linkHosts: [...link] })}
        onDiscard={() => {
          setPress(stored.press);
          setLink(stored.link);
        }}
      />
    </div>
  );
}
