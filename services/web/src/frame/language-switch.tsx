import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { changeLanguage, isLanguage, languages } from '../i18n/language.js';
import { useLanguage } from '../i18n/use-language.js';

export function LanguageSwitch() {
  const { t } = useTranslation();
  return (
    <SegmentedControl
      fullWidth
      aria-label={t('person.language')}
      value={useLanguage()}
      onChange={(value) => {
        if (isLanguage(value)) changeLanguage(value).catch(() => {});
      }}
      data={languages.map((value) => ({ value, label: t(`languageName.${value}`) }))}
    />
  );
}
