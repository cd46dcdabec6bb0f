import { Tabs } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '../ui/page.js';
import { FactList } from './fact-list.js';
import { ImportSection } from './import-section.js';
import styles from './memory.module.css';
import { PrecisionSection } from './precision-section.js';

const sections = ['facts', 'precision', 'imports'] as const;

/** Memori: what was checked before, how well it is recognised, and where it came from. */
export function MemoryPage() {
  const { t } = useTranslation('memory');
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const section = sections.find((each) => each === search['bagian']) ?? 'facts';
  const go = (to: string | null) =>
    navigate({ to: '/memori', search: to === null || to === 'facts' ? {} : { bagian: to } }).catch(() => {});
  return (
    <Page title={t('title')}>
      <p className={styles.lead}>{t('lead')}</p>
      <Tabs value={section} onChange={go} keepMounted={false}>
        <Tabs.List className={styles.tabs}>
          {sections.map((each) => (
            <Tabs.Tab key={each} value={each} mih={48}>
              {t(`${each}.title`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={section} mt="md">
          {section === 'facts' && <FactList />}
          {section === 'precision' && <PrecisionSection />}
          {section === 'imports' && <ImportSection />}
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
