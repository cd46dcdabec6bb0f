import type { DraftFallback } from '@kentongan/contracts';
import type { draftMaterial, parseDraftAnswer } from '@kentongan/drafting';

/** Nest injection token: a `Drafter`, or null where no model is set up. */
export const DRAFTER = Symbol('drafter');

/** What was said, not yet checked against what it rests on; or why nothing usable was said. */
export type DrafterAnswer =
  | { readonly ok: true; readonly sentences: NonNullable<ReturnType<typeof parseDraftAnswer>> }
  | { readonly ok: false; readonly problem: DraftFallback };

/** Words a draft from given material. It has no tools, stores nothing and never throws. */
export interface Drafter {
  draft(material: ReturnType<typeof draftMaterial>): Promise<DrafterAnswer>;
  /** Values that must not come back in its words. */
  readonly secrets: readonly string[];
  close(): Promise<void>;
}
