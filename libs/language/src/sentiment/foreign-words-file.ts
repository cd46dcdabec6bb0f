import { type LanguageCode, languageCodes } from '../languages/language-codes.js';
import type { ForeignWords, ForeignWordsByLanguage } from './foreign-words.js';
import type { Polarity } from './polarity.js';

/** Each entry is three numbers: language, word, translation; for a polarity, 0 or 2 instead of the translation. */
const numbersPerEntry = 3;
const bytesPerEntry = numbersPerEntry * 4;

function packed(numbers: readonly number[]): DataView {
  const view = new DataView(new ArrayBuffer(numbers.length * 4));
  numbers.forEach((number, i) => {
    view.setUint32(i * 4, number, true);
  });
  return view;
}

/** Translations and polarities as two parts of a weights file; the same words give the same bytes. */
export function packForeignWords(byLanguage: ForeignWordsByLanguage): [DataView, DataView] {
  const translations: number[] = [];
  const polarities: number[] = [];
  languageCodes.forEach((code, language) => {
    const words = byLanguage.get(code);
    for (const [word, targets] of [...(words?.translations ?? [])].sort(([a], [b]) => a - b))
      for (const target of targets) translations.push(language, word, target);
    for (const [word, polarity] of [...(words?.polarities ?? [])].sort(([a], [b]) => a - b))
      polarities.push(language, word, polarity + 1);
  });
  return [packed(translations), packed(polarities)];
}

function* entries(part: Uint8Array): Generator<readonly [LanguageCode, number, number]> {
  const view = new DataView(part.buffer, part.byteOffset, part.byteLength);
  for (let at = 0; at + bytesPerEntry <= view.byteLength; at += bytesPerEntry) {
    const code = languageCodes[view.getUint32(at, true)];
    if (code) yield [code, view.getUint32(at + 4, true), view.getUint32(at + 8, true)];
  }
}

export function unpackForeignWords(translations: Uint8Array, polarities: Uint8Array): ForeignWordsByLanguage {
  const byLanguage = new Map<
    LanguageCode,
    { translations: Map<number, number[]>; polarities: Map<number, Polarity> }
  >();
  for (const code of languageCodes) byLanguage.set(code, { translations: new Map(), polarities: new Map() });
  for (const [code, word, target] of entries(translations)) {
    const known = byLanguage.get(code)?.translations;
    known?.set(word, [...(known.get(word) ?? []), target]);
  }
  for (const [code, word, polarity] of entries(polarities))
    byLanguage.get(code)?.polarities.set(word, (polarity - 1) as Polarity);
  return byLanguage satisfies ReadonlyMap<LanguageCode, ForeignWords>;
}
