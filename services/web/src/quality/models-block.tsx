import { useTranslation } from 'react-i18next';
import { Block } from '../dashboard/block.js';
import { useFormat } from '../format/use-format.js';
import styles from './quality-page.module.css';
import { measuredOn, type ShippedFigure, shippedFigures } from './shipped-figures.js';

const models = ['sentiment', 'postType', 'places', 'language', 'agency', 'hoaxMatch'] as const;

/** What the program judges with, how well on texts whose answer is known, and where it is known to fail. */
export function ModelsBlock() {
  const { t } = useTranslation('quality');
  const format = useFormat();
  return (
    <Block title={t('models.title')} caption={t('models.caption', { date: format.date(measuredOn) })}>
      <ul className={styles.models}>
        {models.map((model) => (
          <li key={model} className={styles.model}>
            <h3 className={styles.name}>{t(`models.${model}.name`)}</h3>
            <p>{t(`models.${model}.what`)}</p>
            <Figures figures={shippedFigures.filter(({ part }) => part === model)} />
            <p className={styles.fails}>
              <strong>{t('models.fails')}</strong> {t(`models.${model}.fails`)}
            </p>
          </li>
        ))}
      </ul>
      <p className={styles.note}>{t('models.page')}</p>
    </Block>
  );
}

function Figures({ figures }: { figures: readonly ShippedFigure[] }) {
  const { t } = useTranslation('quality');
  const format = useFormat();
  if (figures.length === 0) return <p className={styles.of}>{t('models.noFigure')}</p>;
  return (
    <dl className={styles.figures}>
      {figures.map(({ measure, value, low, high, n }) => (
        <div key={measure}>
          <dt>{t(`measure.${measure}`)}</dt>
          <dd>
            <strong>{format.number(value, value < 1 ? 3 : 1)}</strong>
            {low !== null && high !== null && (
              <span>{t('models.between', { low: format.number(low, 1), high: format.number(high, 1) })}</span>
            )}
            <span>n = {format.number(n)}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
