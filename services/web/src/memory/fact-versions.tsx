import type { FactView } from '@kentongan/contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.js';
import styles from './memory.module.css';

const fields = ['title', 'hoaxText', 'conclusion', 'url', 'publisher'] as const;

/** Who did what and when, newest first; a change of words shows what stood there before. */
export function FactVersions({ view: { versions } }: { view: FactView }) {
  const { t } = useTranslation('memory');
  const format = useFormat();
  return (
    <section className={`${styles.panel} k-panel`}>
      <h2 className={styles.subTitle}>{t('versions.title')}</h2>
      <ol className={styles.versions}>
        {versions.map((each, at) => (
          <li key={each.version} className={styles.row}>
            <p>
              <strong>{t(`versions.change.${each.change}`)}</strong>{' '}
              <span className="k-muted">
                {each.by?.name ?? t('versions.program')} · {format.shortDateTime(each.at)}
              </span>
            </p>
            <Before now={each.fact} then={versions[at + 1]?.fact ?? null} />
          </li>
        ))}
      </ol>
    </section>
  );
}

type Words = FactView['versions'][number]['fact'];

function Before({ now, then }: { now: Words; then: Words }) {
  const { t } = useTranslation('memory');
  if (!now || !then) return null;
  return fields
    .filter((name) => (now[name] ?? '') !== (then[name] ?? ''))
    .map((name) => (
      <p key={name} className={styles.before} dir="auto">
        <span className="k-muted">{t('versions.before', { field: t(`form.${name}`) })}</span>{' '}
        {then[name] ?? t('versions.empty')}
      </p>
    ));
}
