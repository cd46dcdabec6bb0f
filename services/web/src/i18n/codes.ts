import { useTranslation } from 'react-i18next';

/**
 * Words for a code of the API. A code that this version does not know is shown as it is rather than hidden:
 * the server may be newer than the page.
 */
export function useCodeWords(): (
  group: string,
  code: string,
  values?: Readonly<Record<string, string | number>>,
) => string {
  const { t } = useTranslation('codes');
  return (group, code, values) => t(`${group}.${code}`, { ...values, defaultValue: code });
}
