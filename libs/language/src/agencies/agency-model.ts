import { decodeWeights, encodeWeights } from '../hashing/weights-file.js';
import type { Token } from '../tokens/token.js';
import { countAgencyFeatures, type UnitVector, unitVector, wordFeature } from './agency-counts.js';

/** A region's own model: which agency answers for a complaint, learned from thousands that its people handled. */
export interface AgencyModel {
  /** Names or ids, as the archive that it learned from has them. */
  readonly agencies: readonly string[];
  /** Features that the model knows, and what each counts in a text. */
  readonly hashes: Uint32Array;
  readonly values: Float32Array;
  /** `feature * agencies + agency`. Not rounded to bytes: the strongest words of a rare agency would be cut. */
  readonly weights: Float32Array;
  readonly biases: readonly number[];
}

interface Header {
  readonly agencies: readonly string[];
  readonly biases: readonly number[];
}

const kind = 'agencies';

/** The model as the bytes of a file. */
export function packAgencyModel(model: AgencyModel): Uint8Array {
  const { agencies, biases, hashes, values, weights } = model;
  return encodeWeights(kind, { agencies, biases } satisfies Header, [hashes, values, weights]);
}

/** @throws Error when the bytes are not those of `packAgencyModel` */
export function readAgencyModel(bytes: Uint8Array): AgencyModel {
  const { header, parts } = decodeWeights<Header>(kind, bytes);
  const [hashes, values, weights] = parts;
  const size = (hashes?.length ?? 0) / 4;
  const agencies = header.agencies.length;
  if (!hashes || values?.length !== size * 4 || weights?.length !== size * agencies * 4)
    throw new Error(`a ${kind} model of another size`);
  return {
    ...header,
    hashes: new Uint32Array(hashes.buffer),
    values: new Float32Array(values.buffer),
    weights: new Float32Array(weights.buffer),
  };
}

/** Answers for texts by one model. */
export class AgencyJudge {
  private readonly rowOf: ReadonlyMap<number, number>;

  constructor(private readonly model: AgencyModel) {
    this.rowOf = new Map(Array.from(model.hashes, (hash, row) => [hash, row]));
  }

  get agencies(): readonly string[] {
    return this.model.agencies;
  }

  /** A score of each agency, whose softmax is its chance; null for a text in which nothing is known. */
  scoresOf(tokens: readonly Token[]): number[] | null {
    const vector = unitVector(countAgencyFeatures(tokens), this.rowOf, this.model.values);
    return vector.rows.length === 0 ? null : this.scoresOfVector(vector);
  }

  /** How much more a word speaks for an agency than for the others on average; 0 for a word that is not known. */
  leaningOf(word: string, agency: number): number {
    const row = this.rowOf.get(wordFeature(word));
    if (row === undefined) return 0;
    const { weights, values } = this.model;
    const size = this.agencies.length;
    const own = weights.subarray(row * size, (row + 1) * size);
    const mean = own.reduce((sum, weight) => sum + weight, 0) / size;
    return (own[agency]! - mean) * values[row]!;
  }

  private scoresOfVector({ rows, values }: UnitVector): number[] {
    const { weights, biases } = this.model;
    const scores = Float64Array.from(biases);
    for (let i = 0; i < rows.length; i += 1) {
      const at = rows[i]! * biases.length;
      for (let k = 0; k < biases.length; k += 1) scores[k]! += weights[at + k]! * values[i]!;
    }
    return [...scores];
  }
}
