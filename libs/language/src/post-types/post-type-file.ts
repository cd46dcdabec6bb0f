import { decodeWeights, encodeWeights } from '../hashing/weights-file.js';
import { shapesCount, shapesIdentity } from './model-features.js';
import { decidedPostTypes } from './post-type-labels.js';

interface PostTypeHeader {
  /** Words, pairs and n-grams share 2^bits buckets. */
  readonly bits: number;
  readonly idfStep: number;
  /** Scale of a class's weights: weight = byte × step. */
  readonly steps: readonly number[];
  readonly shapeSteps: readonly number[];
  readonly biases: readonly number[];
  /** Of the list of features of form. */
  readonly shapesIdentity: number;
}

export interface PostTypeWeights extends Omit<PostTypeHeader, 'shapesIdentity'> {
  /** `bucket * 7 + class`. */
  readonly words: Int8Array;
  /** Inverse document frequency of a bucket, times `idfStep`; 0 = unknown. */
  readonly idf: Uint8Array;
  /** `shape * 7 + class`. */
  readonly shapes: Int8Array;
}

const kind = 'post-types';

export function encodePostTypes({ words, idf, shapes, ...header }: PostTypeWeights): Uint8Array {
  return encodeWeights(kind, { ...header, shapesIdentity } satisfies PostTypeHeader, [words, idf, shapes]);
}

/** @throws Error when the bytes are not a whole model of post types, or one of other features */
export function decodePostTypes(bytes: Uint8Array): PostTypeWeights {
  const { header, parts } = decodeWeights<PostTypeHeader>(kind, bytes);
  const [words, idf, shapes] = parts;
  const classes = decidedPostTypes.length;
  const isWhole =
    words?.length === 2 ** header.bits * classes &&
    idf?.length === 2 ** header.bits &&
    shapes?.length === shapesCount * classes;
  if (!isWhole || header.shapesIdentity !== shapesIdentity)
    throw new Error('the post-type model was trained for other features: npm run train -- post-types');
  return { ...header, words: new Int8Array(words.buffer), idf, shapes: new Int8Array(shapes.buffer) };
}
