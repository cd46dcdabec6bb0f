/**
 * Characters that show nothing and serve tricks: controls but tab and newline, zero-width and bidirectional controls
 * (a text that reads otherwise than it is), soft hyphens, tags, variation of nothing.
 */
const hidden =
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u061C\u115F\u1160\u180E\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]|\u034F/gu;
/** Joiners belong inside emoji; beside a letter, digit or sign of a handle they only hide a word. */
const joinersInWords = /(?<=[\p{L}\p{N}_@.])[\u200C\u200D]+|[\u200C\u200D]+(?=[\p{L}\p{N}_@.])/gu;
const loneSurrogates = /\p{Surrogate}/gu;

/** The text as people see it. */
export function visibleText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(loneSurrogates, '\uFFFD')
    .replace(hidden, '')
    .replace(joinersInWords, '');
}

/** The same for every string of a plain value: what is stored and shown holds nothing hidden, and no NUL. */
export function visibleStrings<Value>(value: Value): Value {
  return cleaned(value) as Value;
}

function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return visibleText(value);
  if (Array.isArray(value)) return value.map(cleaned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, cleaned(each)]));
}
