import type { Language } from '../i18n/language.js';

/** The names people use for Indonesia's zones; the standard library writes GMT+7 in English. */
const zoneNames: Readonly<Record<string, string>> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Pontianak': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Ujung_Pandang': 'WITA',
  'Asia/Jayapura': 'WIT',
};

export function zoneName(timeZone: string, language: Language): string {
  const known = zoneNames[timeZone];
  if (known) return known;
  const parts = new Intl.DateTimeFormat(localeOf(language), { timeZone, timeZoneName: 'short' });
  return parts.formatToParts(0).find((part) => part.type === 'timeZoneName')?.value ?? timeZone;
}

export const localeOf = (language: Language): string => (language === 'id' ? 'id-ID' : 'en-GB');
