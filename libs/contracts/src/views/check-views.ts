import { z } from 'zod';
import { Analysis, HoaxMatchLevel } from '../analysis.js';
import { textCharactersMax } from '../posts.js';

/** Cek teks: a forwarded text or a link. */
export const CheckBody = z.strictObject({
  region: z.string().max(48),
  text: z.string().trim().min(3).max(textCharactersMax),
});

export const CheckView = z.object({
  /** What was judged: the pasted text, or what was read behind the link. Handles and numbers are masked. */
  text: z.string(),
  /** Set when a link was followed. */
  link: z.object({ url: z.string(), title: z.string().nullable() }).nullable(),
  analysis: Analysis,
  /** Best first; the interface asks GET /api/facts/ID for the rest of a fact. */
  matches: z.array(
    z.object({
      factId: z.string(),
      level: HoaxMatchLevel,
      score: z.number(),
      matchedWords: z.array(z.string()),
    }),
  ),
});
export type CheckView = z.infer<typeof CheckView>;

/** Other facts of the memory about the same hoax, as it comes back from year to year; earliest first. */
export const FactVariants = z.object({
  variants: z.array(z.object({ factId: z.string(), publishedAt: z.iso.datetime().nullable() })),
});
export type FactVariants = z.infer<typeof FactVariants>;
