import { useTranslation } from 'react-i18next';
import { useCodeWords } from '../i18n/codes.js';
import type { FilterName } from './search-state.js';

/** As the platforms write themselves. */
const platformNames: Readonly<Record<string, string>> = {
  x: 'X',
  rss: 'RSS',
  instagram: 'Instagram',
  facebook: 'Facebook',
  tiktok: 'TikTok',
  youtube: 'YouTube',
  telegram: 'Telegram',
  whatsapp: 'WhatsApp',
  bluesky: 'Bluesky',
  mastodon: 'Mastodon',
};

/** Names a filter's value as people call it; what nobody has a word for is shown as it is. */
export function useFilterWords(
  placeName: (code: string) => string,
  sourceName: (sourceId: string) => string,
): (name: FilterName, value: string) => string {
  const { t, i18n } = useTranslation('archive');
  const codeWords = useCodeWords();
  return (name, value) => {
    switch (name) {
      case 'place':
        return placeName(value);
      case 'source':
        return sourceName(value);
      case 'platform':
        return value.startsWith('file:')
          ? t('fileSource', { name: value.slice(5) })
          : (platformNames[value.toLowerCase()] ?? value);
      case 'hashtag':
        return `#${value}`;
      case 'nearCopy':
        return t('filters.oneText');
      case 'fact':
        return t('filters.oneFact');
      case 'language':
        return languageName(codeWords('language', value), i18n.language);
      case 'sentiment':
      case 'postType':
      case 'subject':
      case 'hoaxLevel':
      case 'authorKind':
        return codeWords(name, value);
    }
  };
}

/** What nobody worded here the browser may know: Indonesia has more languages than a list of ours. */
function languageName(worded: string, locale: string): string {
  if (!/^[a-z]{3}$/.test(worded)) return worded;
  return new Intl.DisplayNames([locale], { type: 'language' }).of(worded) ?? worded;
}
