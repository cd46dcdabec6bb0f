import { useTranslation } from 'react-i18next';

/** The name people know, with the stream's own name beside it for whoever reads the log. */
export function useStreamName(): (name: string) => string {
  const { t } = useTranslation('system');
  return (name) => t(`streams.names.${name.replaceAll('.', '-')}`, { defaultValue: name });
}
