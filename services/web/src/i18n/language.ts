import i18next from 'i18next';

export const languages = ['id', 'en'] as const;
export type Language = (typeof languages)[number];

const storageKey = 'kentongan:language';

export const isLanguage = (value: unknown): value is Language => value === 'id' || value === 'en';

/** Bahasa Indonesia unless this person chose otherwise on this device. */
export function storedLanguage(): Language {
  const stored = localStorage.getItem(storageKey);
  return isLanguage(stored) ? stored : 'id';
}

export async function changeLanguage(language: Language): Promise<void> {
  localStorage.setItem(storageKey, language);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}
