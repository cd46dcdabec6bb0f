import type { QualityView } from '@kentongan/contracts';
import { useTranslation } from 'react-i18next';
import { Block } from '../dashboard/block.js';
import { useFormat } from '../format/use-format.js';
import { useCodeWords } from '../i18n/codes.js';
import styles from './quality-page.module.css';

/** What the program says and people change it into: where it is weak in this region. */
export function ChangesBlock({
  changes,
  agencyName,
}: {
  changes: QualityView['changes'];
  agencyName: (agencyId: string) => string;
}) {
  const { t } = useTranslation('quality');
  const format = useFormat();
  const words = useCodeWords();
  const named = (part: string, code: string | null) => {
    if (code === null) return t('changes.none');
    return part === 'agency' ? agencyName(code) : words(part, code);
  };
  return (
    <Block title={t('changes.title')} caption={t('changes.caption')}>
      <ol className={styles.changes}>
        {changes.map(({ part, said, label, count }) => (
          <li key={`${part}|${said}|${label}`}>
            <span className={styles.changed}>
              <span className="k-muted">{t(`part.${part}`)}:</span> <bdi>{named(part, said)}</bdi>{' '}
              <span aria-hidden="true">→</span>
              <span className="k-hidden">{t('changes.into')}</span> <strong>{named(part, label)}</strong>
            </span>
            <span className={styles.times}>
              {t('changes.times', { count, number: format.number(count) })}
            </span>
          </li>
        ))}
      </ol>
    </Block>
  );
}
