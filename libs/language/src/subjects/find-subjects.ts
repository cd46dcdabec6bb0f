import { remembered } from '../memory/remembered.js';
import type { Token } from '../tokens/token.js';
import type { SubjectId } from './subject-labels.js';
import { buildTermIndex, type TermIndex } from './term-index.js';

/** Subjects of one post, at most. */
const subjectsMax = 8;
/** Words of a post that are looked at; what comes later rarely brings a new subject. */
const wordsMax = 2000;
/** Words between the two halves of a pair, at most. */
const pairReach = 5;

/** Words whose ids are kept at hand. */
const wordsRememberedMax = 16_384;

const sentenceBreak: readonly number[] = new Array(pairReach + 1).fill(-1);

const suffixes = ['nya', 'kan', 'an', 'ne', 'e', 'i', 'in', 'lah', 'ku', 'mu'];
const prefixes = ['di', 'ke', 'ber', 'ter', 'nge', 'pe', 'se', 'ng'];

/** Id of the word in the lists, with endings taken off where that leads to one; -1 when it is in none. */
function wordId(ids: ReadonlyMap<string, number>, word: string): number {
  const plain = ids.get(word);
  if (plain !== undefined) return plain;
  if (word.length < 5 || word.length > 20) return -1;
  for (const suffix of suffixes) {
    if (!word.endsWith(suffix) || word.length - suffix.length < 3) continue;
    const found = ids.get(word.slice(0, -suffix.length));
    if (found !== undefined) return found;
  }
  for (const prefix of prefixes) {
    if (!word.startsWith(prefix) || word.length - prefix.length < 4) continue;
    const found = ids.get(word.slice(prefix.length));
    if (found !== undefined) return found;
  }
  return -1;
}

/** Ids of a word, or of its halves where only they are in the lists. */
function wordIdsOf(ids: ReadonlyMap<string, number>, text: string): readonly number[] {
  const whole = wordId(ids, text);
  if (whole >= 0 || !text.includes('-')) return [whole];
  return text.split('-', 4).map((half) => wordId(ids, half));
}

/** The slang table's words stand in for a word that no list holds as it is. */
function slangIdsOf(ids: ReadonlyMap<string, number>, slang: string): readonly number[] {
  return slang.split(' ').flatMap((word) => wordIdsOf(ids, word));
}

interface Subjects {
  readonly index: TermIndex;
  readonly idsOfWord: (word: string) => readonly number[];
  readonly idsOfSlang: (slang: string) => readonly number[];
}

function loadSubjects(): Subjects {
  const index = buildTermIndex();
  return {
    index,
    idsOfWord: remembered(wordsRememberedMax, (word) => wordIdsOf(index.wordIds, word)),
    idsOfSlang: remembered(wordsRememberedMax, (slang) => slangIdsOf(index.wordIds, slang)),
  };
}

/** The post as word ids. Words that no list holds are -1; they keep the distances. */
function idsOf({ index, idsOfWord, idsOfSlang }: Subjects, tokens: readonly Token[]): number[] {
  const words: number[] = [];
  for (const token of tokens) {
    if (words.length >= wordsMax) break;
    if (token.kind === 'hashtag') for (const part of token.parts ?? []) words.push(...idsOfWord(part));
    else if (token.kind === 'punctuation') {
      // A sentence's end breaks phrases and pairs apart.
      if ('.!?'.includes(token.norm)) words.push(...sentenceBreak);
    } else if (token.kind === 'word' || token.kind === 'number') {
      const { norm, slang } = token;
      const ids = slang === undefined || index.wordIds.has(norm) ? idsOfWord(norm) : idsOfSlang(slang);
      for (const id of ids) words.push(id);
    }
  }
  return words;
}

function standsAt(words: readonly number[], at: number, phrase: readonly number[]): boolean {
  for (let i = 0; i < phrase.length; i += 1) if (words[at + i] !== phrase[i]) return false;
  return true;
}

function hasNear(
  words: readonly number[],
  from: number,
  to: number,
  phrases: readonly (readonly number[])[],
): boolean {
  for (let at = Math.max(0, from - pairReach - 1); at <= to + pairReach; at += 1) {
    if (at >= from && at < to) continue;
    if (words[at] === undefined || words[at]! < 0) continue;
    for (const phrase of phrases) if (standsAt(words, at, phrase)) return true;
  }
  return false;
}

let subjects: Subjects | undefined;

/**
 * Subjects of a post by dictionary, strongest first (`subjectLabels` names them). Understands phrases, pairs of words that
 * stand near each other (*jalan … berlubang*), the slang forms of the tokens, and common endings, Javanese ones too.
 */
export function findSubjects(tokens: readonly Token[]): SubjectId[] {
  subjects ??= loadSubjects();
  const { rules } = subjects.index;
  const words = idsOf(subjects, tokens);
  const scores = new Map<SubjectId, number>();
  const add = (subject: SubjectId, weight: number): void => {
    scores.set(subject, (scores.get(subject) ?? 0) + weight);
  };
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at]!;
    if (word < 0) continue;
    const rulesOfWord = rules[word];
    if (rulesOfWord === undefined) continue;
    for (const rule of rulesOfWord.phrases)
      if (standsAt(words, at, rule.words)) add(rule.subject, rule.weight);
    for (const rule of rulesOfWord.pairs)
      if (standsAt(words, at, rule.words) && hasNear(words, at, at + rule.words.length, rule.partners))
        add(rule.subject, rule.weight);
  }
  return [...scores]
    .filter(([, score]) => score >= 1)
    .sort((a, b) => b[1] - a[1])
    .slice(0, subjectsMax)
    .map(([subject]) => subject);
}
