import { Button, type ButtonProps } from '@mantine/core';
import type { TablerIcon } from '@tabler/icons-react';
import type { ComponentPropsWithRef } from 'react';
import styles from './action-button.module.css';

type Rest = ButtonProps & Omit<ComponentPropsWithRef<'button'>, keyof ButtonProps>;

/** A button that is its icon alone on a phone, with the words for whoever listens. */
export function ActionButton({ icon: Icon, label, ...rest }: { icon: TablerIcon; label: string } & Rest) {
  return (
    <Button
      {...rest}
      variant="default"
      className={styles.button ?? ''}
      aria-label={label}
      title={label}
      leftSection={<Icon size={20} aria-hidden="true" />}
    >
      <span className={styles.label}>{label}</span>
    </Button>
  );
}
