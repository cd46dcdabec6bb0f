import i18next, { type BackendModule } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { type Language, languages, storedLanguage } from './language.js';

/** One file for each area of the interface and language; loaded when a screen first asks for it. */
const files = import.meta.glob<Record<string, unknown>>('./{id,en}/*.json', { import: 'default' });

const backend: BackendModule = {
  type: 'backend',
  init: () => {},
  read: (language, area, done) => {
    const load = files[`./${language}/${area}.json`];
    if (!load) return done(new Error(`no texts for ${language}/${area}`), false);
    load().then(
      (texts) => done(null, texts),
      (error: Error) => done(error, false),
    );
  },
};

export async function startTranslation(language: Language = storedLanguage()): Promise<void> {
  document.documentElement.lang = language;
  await i18next
    .use(backend)
    .use(initReactI18next)
    .init({
      lng: language,
      supportedLngs: [...languages],
      fallbackLng: false,
      ns: ['common', 'codes'],
      defaultNS: 'common',
      interpolation: { escapeValue: false },
      returnEmptyString: false,
      react: { useSuspense: true },
    });
}
