import type { Stance } from '@kentongan/contracts';
import type { Token } from '@kentongan/language';
import { stanceCues } from './stance-cues.js';

/** A correction says so early or at its end; the middle of a long message is left out. */
const wordsReadMax = 160;
const weightMin = 1;

export interface StanceDecision {
  readonly stance: Stance;
  /** Which turns of phrase decided, for the officer who checks; empty for `tells`. */
  readonly reasons: readonly string[];
}

const readMarks = new Set(['?', '!', ',', ':', '-', '–', '—', '(', '/', '[', ']']);

function readableText(tokens: readonly Token[]): string {
  const words: string[] = [];
  for (const { kind, norm, text } of tokens) {
    if (kind === 'punctuation') {
      const mark = text.charAt(0);
      if (readMarks.has(mark)) words.push(mark);
    } else if (kind === 'mention') {
      // A heading in brackets looks like a masked name: "[SALAH] …".
      if (text.startsWith('[')) words.push('[', norm.slice(1, -1), ']');
    } else if (kind !== 'emoji' && kind !== 'link') words.push(norm.replace(/^#/, '').replaceAll('-', ' '));
  }
  if (words.length <= wordsReadMax) return words.join(' ');
  const half = wordsReadMax / 2;
  return [...words.slice(0, half), ...words.slice(-half)].join(' ');
}

/** A question outranks a correction ("ini hoax atau bukan?"), a correction a report. */
const order = ['asks', 'corrects', 'reports'] as const;

/**
 * What a text that matches a fact does with the claim: it tells it, corrects it, asks about it or reports it. Only who
 * tells it spreads it. Rules with reasons, no model: a wrong answer must be one that a person can see through.
 */
export function decideStance(tokens: readonly Token[]): StanceDecision {
  const text = readableText(tokens);
  const found = stanceCues.filter(({ pattern }) => pattern.test(text));
  for (const stance of order) {
    const cues = found.filter((cue) => cue.stance === stance);
    if (cues.reduce((sum, { weight }) => sum + weight, 0) >= weightMin)
      return { stance, reasons: [...new Set(cues.map(({ reason }) => reason))] };
  }
  return { stance: 'tells', reasons: [] };
}
