import type { DismissReason } from '@kentongan/contracts';
import { Button, Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCodeWords } from '../i18n/codes.js';

export const dismissReasons = [
  'notOurRegion',
  'alreadyAnswered',
  'wrongGroup',
  'notAnIssue',
  'criticism',
] as const satisfies readonly DismissReason[];

/** Put away in one tap: the reason is the button. */
export function DismissMenu({
  title,
  onChoose,
}: {
  title: string;
  onChoose: (reason: DismissReason) => void;
}) {
  const { t } = useTranslation('desk');
  const words = useCodeWords();
  return (
    <Menu position="bottom-end" width={230}>
      <Menu.Target>
        <Button variant="default" mih={44} aria-label={t('dismissLabel', { title })}>
          {t('dismiss')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('dismissWhy')}</Menu.Label>
        {dismissReasons.map((reason) => (
          <Menu.Item key={reason} mih={44} onClick={() => onChoose(reason)}>
            {words('dismissReason', reason)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
