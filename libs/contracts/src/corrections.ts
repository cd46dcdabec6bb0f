import { z } from 'zod';
import { Analysis, PostPart, PostType, SentimentLabel } from './analysis.js';
import { correctionTarget, postLabelsMax } from './correction-target.js';
import { eventType, Instant } from './event.js';
import { AnalyzedPost, PostId } from './posts.js';
import { compactedStream } from './stream.js';

export const placeWordsCharactersMax = 100;

/** Everything whose corrections are counted: parts of a post, and the agency in charge of an issue. */
export const CorrectedPart = z.enum([...PostPart.options, 'agency']);
export type CorrectedPart = z.infer<typeof CorrectedPart>;

const LanguageLabel = z.strictObject({ part: z.literal('language'), label: z.string().min(2).max(8) });
const SentimentCorrection = z.strictObject({ part: z.literal('sentiment'), label: SentimentLabel });
const PostTypeCorrection = z.strictObject({ part: z.literal('postType'), label: PostType });
/** What these words of the post name: a place, or (null) none. Words `''` are the place that the text does not name. */
const PlaceLabel = z.strictObject({
  part: z.literal('place'),
  words: z.string().max(placeWordsCharactersMax),
  code: z.string().min(1).max(20).nullable(),
});

/** What a person says of one part of a post. */
export const PostLabel = z.discriminatedUnion('part', [
  LanguageLabel,
  SentimentCorrection,
  PostTypeCorrection,
  PlaceLabel,
]);
export type PostLabel = z.infer<typeof PostLabel>;

/** Which agency a person put in charge of an issue in place of another one. */
export const AgencyLabel = z.strictObject({
  part: z.literal('agency'),
  agencyId: z.string().max(64).nullable(),
});

/** With the moment at which it was said. The person is named in the responder's record alone. */
export const DatedPostLabel = z.discriminatedUnion('part', [
  LanguageLabel.extend({ at: Instant }),
  SentimentCorrection.extend({ at: Instant }),
  PostTypeCorrection.extend({ at: Instant }),
  PlaceLabel.extend({ at: Instant }),
]);
export type DatedPostLabel = z.infer<typeof DatedPostLabel>;

/** The corrections of one post beside what the program said, to which it returns when they are undone. */
export const PostCorrections = z.object({
  labels: z.array(DatedPostLabel).min(1).max(postLabelsMax),
  said: Analysis.pick({ language: true, sentiment: true, postType: true, places: true }),
});
export type PostCorrections = z.infer<typeof PostCorrections>;

/** A post as the archive keeps it: `analysis` is what people and program say together, a person's word first. */
export const CorrectedPost = AnalyzedPost.extend({ corrections: PostCorrections.optional() });
export type CorrectedPost = z.infer<typeof CorrectedPost>;

const digestsMax = 60;

/** What the analyzer learns from one correction: the label and by what it knows a similar text, which is not kept. */
export const Lesson = z.object({
  postId: PostId,
  label: PostLabel,
  /** Key of the text and its copies; null = too short to have one. */
  nearCopyKey: z.string().max(64).nullable(),
  /** Digests of the text's content words, in ascending order. */
  wordDigests: z.array(z.int().nonnegative()).max(digestsMax),
  at: Instant,
});
export type Lesson = z.infer<typeof Lesson>;

export const CorrectionRecorded = eventType('correction.recorded', 1, Lesson);

/** What holds now of people's corrections, one message for each part of a post; null = undone. Names nobody. */
export const correctionsRecorded = compactedStream('corrections.recorded', {
  events: [CorrectionRecorded],
  key: (event) => lessonKey(event.regionId, event.data.postId, event.data.label),
});

export const lessonKey = (regionId: string, postId: string, label: PostLabel): string =>
  `${regionId}|${postId}|${correctionTarget(label)}`;
