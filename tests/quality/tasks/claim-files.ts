import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Fact } from '@kentongan/contracts';
import { type Token, tokenize } from '@kentongan/language';

export interface EvaluatedText {
  readonly tokens: readonly Token[];
  /** Event time; posts of files without times are taken as one a minute. */
  readonly timeMilliseconds: number;
}

export interface ClaimQuery {
  readonly tokens: readonly Token[];
  readonly text: string;
  /** Ids of the facts that count as the right answer. */
  readonly answers: ReadonlySet<string>;
  /** At most half of the words of the right fact's title occur in the text. */
  readonly isHard: boolean;
}

type Row = Readonly<Record<string, string>>;

export function readText(path: string): string {
  const bytes = readFileSync(path);
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
}

/** A cell in CSV quotes is unquoted; the English claim files quote cells that hold quotation marks. */
function unquoted(cell: string): string {
  return cell.length > 1 && cell.startsWith('"') && cell.endsWith('"')
    ? cell.slice(1, -1).replaceAll('""', '"')
    : cell;
}

export function readRows(path: string): Row[] {
  const [header = '', ...lines] = readText(path).split(/\r?\n/);
  const names = header.split('\t').map((name) => name || 'id');
  return lines
    .filter((line) => line !== '')
    .map((line) => {
      const cells = line.split('\t').map(unquoted);
      return Object.fromEntries(names.map((name, at) => [name, cells[at] ?? '']));
    });
}

/** Facts of either list: `title` (Indonesian) or `vclaim` and `title` (English, where the claim is the title to be matched). */
export function readFacts(path: string): Fact[] {
  return readRows(path).map((row) => ({
    factId: row['id'] ?? '',
    title: row['vclaim'] ? `${row['vclaim']} ${row['title'] ?? ''}`.trim() : (row['title'] ?? ''),
    ...(/^\d{4}-\d{2}-\d{2}$/.test(row['date'] ?? '') && { publishedAt: `${row['date']}T00:00:00Z` }),
  }));
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Facts with the same normalised title are the same hoax published twice: either is right. */
export function titleKeyOf(title: string): string {
  return wordsOf(title).join(' ');
}

function isHard(title: string, text: string): boolean {
  const held = new Set(wordsOf(text));
  const words = [...new Set(wordsOf(title))];
  return words.filter((word) => held.has(word)).length <= words.length / 2;
}

/** TREC lines `query 0 document 1`, or a table of pairs with a header; without them a query's right answer is the fact with its own id. */
function readJudgements(path: string | undefined): Map<string, string> | undefined {
  if (path === undefined) return undefined;
  const rows = readText(path)
    .split(/\r?\n/)
    .map((line) => line.split(/\s+/));
  if (rows[0]?.[0]?.endsWith('_id'))
    return new Map(rows.slice(1).map(([query, document]) => [query!, document!]));
  const lines = rows.filter((cells) => cells.length >= 4 && cells[3] !== '0');
  return new Map(lines.map(([query, , document]) => [query!, document!]));
}

export function readQueries(path: string, facts: readonly Fact[], judgements?: string): ClaimQuery[] {
  const factOf = new Map(facts.map((fact) => [fact.factId, fact]));
  const idsOfTitle = groupByTitle(facts);
  const right = readJudgements(judgements);
  return readRows(path).flatMap((row) => {
    const text = row['hoax_text'] ?? row['tweet_content'] ?? row['text'] ?? row['title'] ?? '';
    const id = right ? right.get((row['id'] || row['tweet_id']) ?? '') : row['id'];
    const fact = id === undefined ? undefined : factOf.get(id);
    if (!fact) return [];
    const answers = new Set(idsOfTitle.get(titleKeyOf(fact.title))?.map(({ factId }) => factId));
    return [{ tokens: tokenize(text), text, answers, isHard: isHard(fact.title, text) }];
  });
}

function groupByTitle(facts: readonly Fact[]): Map<string, Fact[]> {
  const groups = new Map<string, Fact[]>();
  for (const fact of facts) {
    const key = titleKeyOf(fact.title);
    const group = groups.get(key);
    if (group) group.push(fact);
    else groups.set(key, [fact]);
  }
  return groups;
}

const minuteMilliseconds = 60_000;

/**
 * Innocent texts of a file: NDJSON posts (`text`, `ts`), or TSV with a `text`, `title` or `tweet` column. Where rows are
 * labelled SALAH or BENAR only the true ones are innocent.
 */
export function readInnocent(path: string): EvaluatedText[] {
  const isJson = /\.(ndjson|jsonl)(\.gz)?$/.test(path);
  const rows: readonly Row[] = isJson
    ? readText(path)
        .split(/\r?\n/)
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as Row)
    : readRows(path).filter((row) => row['label'] !== 'SALAH');
  return rows.map((row, at) => ({
    tokens: tokenize(row['text'] ?? row['title'] ?? row['tweet'] ?? ''),
    timeMilliseconds: row['ts'] ? Date.parse(row['ts']) : at * minuteMilliseconds,
  }));
}

/** `replay-mbg-2025/posts.ndjson.gz` → itself: two files may have the same last name. */
export function nameOfFile(path: string): string {
  return `${basename(path.slice(0, path.length - basename(path).length - 1))}/${basename(path)}`;
}
