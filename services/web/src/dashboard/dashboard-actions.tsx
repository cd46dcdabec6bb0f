import type { OverviewView, TrendsView } from '@kentongan/contracts';
import { SegmentedControl } from '@mantine/core';
import { IconBrandWhatsapp, IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ActionButton } from '../archive/action-button.js';
import { useFormat } from '../format/use-format.js';
import { useRegion } from '../session/region.js';
import styles from './dashboard-page.module.css';
import { type Days, daysOffered } from './use-days.js';
import { useWhatsappCopy } from './use-whatsapp-copy.js';

/** Which days, and the two ways to take the page along. */
export function DashboardActions({
  days,
  onDays,
  sentence,
  overview,
  trends,
  now,
}: {
  days: Days;
  onDays: (days: Days) => void;
  sentence: string | null;
  overview: OverviewView | undefined;
  trends: TrendsView | undefined;
  now: number;
}) {
  const { t } = useTranslation('dashboard');
  const format = useFormat();
  const { name } = useRegion();
  const copy = useWhatsappCopy(name, t(`period.${days}`), overview ? format.dateTime(overview.to) : '', now);
  return (
    <div className={`${styles.actions} k-no-print`}>
      <SegmentedControl
        aria-label={t('period.label')}
        data={daysOffered.map((each) => ({ value: `${each}`, label: t(`period.${each}`) }))}
        value={`${days}`}
        onChange={(value) => onDays(daysOffered.find((each) => `${each}` === value) ?? 7)}
      />
      <ActionButton
        icon={IconBrandWhatsapp}
        label={t('copy')}
        disabled={!overview || sentence === null}
        onClick={() => overview && sentence !== null && copy(sentence, overview, trends)}
      />
      <ActionButton icon={IconPrinter} label={t('print')} onClick={() => window.print()} />
    </div>
  );
}
