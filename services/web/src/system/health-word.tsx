import { IconAlertTriangle, IconCircleCheck, IconEye } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import styles from './program-panel.module.css';
import type { Health } from './system-levels.js';

const icons = { well: IconCircleCheck, watch: IconEye, act: IconAlertTriangle };

/** How something is doing, as shape and word. */
export function HealthWord({ health }: { health: Health }) {
  const { t } = useTranslation('system');
  const Icon = icons[health];
  return (
    <span className={styles.health} data-health={health}>
      <Icon size={16} aria-hidden="true" />
      {t(`program.health.${health}`)}
    </span>
  );
}
