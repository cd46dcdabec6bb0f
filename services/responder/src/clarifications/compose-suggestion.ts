import { createHash } from 'node:crypto';
import { ClarificationText, type Evidence, type Fact } from '@kentongan/contracts';
import { suggestClarification } from '@kentongan/drafting';
import type pg from 'pg';
import {
  addEvidence,
  readEvidence,
  removeOtherFactChecks,
  type StoredClarification,
  type SuggestionSource,
  writeClarification,
  writeSource,
} from './clarification-rows.js';

/** The contract's limits. */
const supportsMax = 50;
const questionsMax = 20;

/** Writes what can be said with what is at hand now; a new version only when the words are others. */
export async function composeSuggestion(
  client: pg.ClientBase,
  source: SuggestionSource,
  current: StoredClarification | null,
  at: string,
): Promise<void> {
  const { issueId, regionId } = source;
  const suggestion = suggestClarification({ ...source, evidence: await readEvidence(client, issueId) });
  const rests = {
    supports: suggestion.supports.slice(0, supportsMax),
    openQuestions: suggestion.openQuestions.slice(0, questionsMax),
  };
  if (!current || !isSameText(current.text, suggestion.text)) {
    const nobody = { author: null, approvals: [], publishedAt: null };
    const version = (current?.version ?? 0) + 1;
    const { text } = suggestion;
    const next = { issueId, regionId, version, status: 'suggested' as const, text, updatedAt: at };
    await writeClarification(client, { ...next, ...rests, ...nobody }, 'suggested', null);
  }
  await writeSource(client, source, rests);
}

/** The fact-check that the posts resemble is the first piece of evidence; one for another fact goes. */
export async function attachFactCheck(
  client: pg.ClientBase,
  issueId: string,
  fact: Fact,
  at: string,
): Promise<void> {
  const evidence = factCheckEvidence(issueId, fact, at);
  await removeOtherFactChecks(client, issueId, evidence.evidenceId);
  await addEvidence(client, issueId, evidence, null);
}

/** Stored JSON has another order of keys: both pass the schema before they are compared. */
function isSameText(left: unknown, right: unknown): boolean {
  const form = (text: unknown) => JSON.stringify(ClarificationText.parse(text));
  return form(left) === form(right);
}

function factCheckEvidence(issueId: string, fact: Fact, at: string): Evidence {
  const hash = createHash('sha256').update(`${issueId}|${fact.factId}`).digest('hex');
  return {
    evidenceId: `fact-${hash.slice(0, 32)}`,
    kind: 'factCheck',
    title: fact.title.slice(0, 500),
    ...(fact.url ? { url: fact.url } : {}),
    ...(fact.conclusion ? { quote: fact.conclusion.slice(0, 5_000) } : {}),
    suppliedBy: fact.publisher ?? 'Ingatan periksa fakta',
    capturedAt: at,
  };
}
