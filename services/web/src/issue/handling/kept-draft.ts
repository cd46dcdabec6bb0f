import type { DraftText } from './draft-fields.js';

/** What was typed and not yet saved, with the text it was begun on: survives a reload and a new sign-in. */
export interface KeptDraft {
  readonly version: number;
  readonly base: DraftText;
  readonly text: DraftText;
}

const key = (issueId: string) => `kentongan:draft:${issueId}`;

export function readKeptDraft(issueId: string): KeptDraft | null {
  try {
    const stored = sessionStorage.getItem(key(issueId));
    return stored === null ? null : (JSON.parse(stored) as KeptDraft);
  } catch {
    return null;
  }
}

export function keepDraft(issueId: string, draft: KeptDraft | null): void {
  try {
    if (draft) sessionStorage.setItem(key(issueId), JSON.stringify(draft));
    else sessionStorage.removeItem(key(issueId));
  } catch {
    // A full or forbidden storage must not stop the typing.
  }
}
