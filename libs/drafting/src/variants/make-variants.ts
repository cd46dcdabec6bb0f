import type { ClarificationText } from '@kentongan/contracts';
import { cutAtSentence } from '../text/sentences.js';

/** Most UTF-16 units of each variant: what the channel takes, or what is still read there. */
export const variantCharactersMax = {
  whatsapp: 1_000,
  instagram: 2_200,
  x: 280,
  pressRelease: 10_000,
  runningText: 300,
} as const;

type Variants = ClarificationText['variants'];
export type VariantName = keyof Variants;

interface Block {
  /** In which order blocks get room; the lowest first. */
  readonly rank: number;
  readonly lead?: string;
  readonly text: string;
  /** Told whole or not at all: the myth with its warning. */
  readonly isWhole?: boolean;
}

/**
 * The words of a clarification for each channel, cut at sentence ends. The short ones (X, running text) leave the myth
 * out altogether; the long ones put the warning before it and the fact after it. Empty while there is no headline.
 */
export function makeVariants(text: ClarificationText): Variants {
  if (text.headline.trim() === '') return emptyVariants;
  const { headline, citizenAction } = text;
  const short = [
    { rank: 0, text: closed(headline) },
    { rank: 1, text: citizenAction },
  ];
  return {
    whatsapp: composed(storyBlocks(text, `*${headline.trim()}*`), '\n\n', variantCharactersMax.whatsapp),
    instagram: composed(storyBlocks(text, headline.trim()), '\n\n', variantCharactersMax.instagram),
    x: composed(short, '\n', variantCharactersMax.x),
    pressRelease: composed(pressBlocks(text), '\n\n', variantCharactersMax.pressRelease),
    runningText: composed(
      short.map((block) => ({ ...block, text: block.text.replace(/\s+/g, ' ') })),
      ' ',
      variantCharactersMax.runningText,
    ),
  };
}

const emptyVariants: Variants = { whatsapp: '', instagram: '', x: '', pressRelease: '', runningText: '' };

function storyBlocks(text: ClarificationText, headline: string): Block[] {
  return [
    { rank: 0, text: headline, isWhole: true },
    { rank: 3, text: mythWithWarning(text), isWhole: true },
    { rank: 5, lead: 'Mengapa keliru: ', text: text.whyWrong },
    { rank: 4, lead: 'Penjelasan: ', text: text.alternativeExplanation },
    { rank: 2, text: text.citizenAction },
    { rank: 1, text: text.factAgain },
  ];
}

function pressBlocks(text: ClarificationText): Block[] {
  const spokesperson = text.spokesperson.trim();
  return [
    { rank: 0, text: `SIARAN PERS\n${text.headline.trim()}`, isWhole: true },
    { rank: 4, text: text.alternativeExplanation },
    { rank: 3, text: mythWithWarning(text), isWhole: true },
    { rank: 5, text: text.whyWrong },
    { rank: 2, text: text.citizenAction },
    { rank: 6, text: spokesperson === '' ? '' : `Narahubung: ${spokesperson}` },
    { rank: 1, text: text.factAgain },
  ];
}

/** Without a warning the myth is not told. */
function mythWithWarning({ warningLabel, myth }: ClarificationText): string {
  return warningLabel.trim() === '' || myth.trim() === ''
    ? ''
    : `⚠️ ${closed(warningLabel)}\nYang beredar: ${closed(myth)}`;
}

/** The blocks in their order; room is given by rank, so that a long explanation never pushes the fact out. */
function composed(blocks: readonly Block[], separator: string, charactersMax: number): string {
  const kept = new Map<Block, string>();
  let room = charactersMax;
  for (const block of [...blocks].sort((a, b) => a.rank - b.rank)) {
    const lead = block.lead ?? '';
    const space = room - lead.length - (kept.size === 0 ? 0 : separator.length);
    const fitting = fit(block, space);
    if (fitting === '') continue;
    kept.set(block, lead + fitting);
    room = space - fitting.length;
  }
  return blocks.flatMap((block) => kept.get(block) ?? []).join(separator);
}

function fit({ text, isWhole }: Block, space: number): string {
  const whole = text.trim();
  if (whole.length <= space) return whole;
  return isWhole ? '' : cutAtSentence(whole, space);
}

function closed(text: string): string {
  const trimmed = text.trim();
  return /[.!?…"”)]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}
