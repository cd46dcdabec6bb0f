import { PlaceView, Role } from '@kentongan/contracts';
import { AccessGuard, Allow, Answers } from '@kentongan/platform';
import { Controller, Get, Inject, Query, UseGuards, UsePipes } from '@nestjs/common';
import { z } from 'zod';
import { fieldPipe } from '../field.pipe.js';
import { placesNeedAQuestion } from '../gateway-errors.js';
import { Gazetteer, type Place, placeLevels } from './gazetteer.js';

const codesMax = 200;
const placesMax = 50;

const Code = z.string().regex(/^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$/);

const PlaceParameters = z.strictObject({
  /** The beginning of a word of the name. */
  q: z.string().trim().min(2).max(100).optional(),
  /** Codes with commas between them; unknown ones are left out of the answer. */
  codes: z
    .string()
    .max(codesMax * 14)
    .optional(),
  /** The code of the place inside which to look. */
  within: Code.optional(),
  level: z.enum(placeLevels).optional(),
  limit: z.coerce.number().int().min(1).max(placesMax).default(20),
});

/** Names of the gazetteer: to choose a region, to say where something is. */
@Controller('api/places')
@UseGuards(AccessGuard)
@Allow('machine', ...Role.options)
@UsePipes(fieldPipe)
export class PlacesController {
  constructor(@Inject(Gazetteer) private readonly gazetteer: Gazetteer) {}

  @Get()
  @Answers(z.array(PlaceView))
  places(@Query({ schema: PlaceParameters }) parameters: z.infer<typeof PlaceParameters>): Place[] {
    const { q, codes, within, level, limit } = parameters;
    if (codes !== undefined) return this.named(codes);
    if (q === undefined) throw placesNeedAQuestion();
    const levels = level === undefined ? placeLevels : [level];
    return this.gazetteer.search({ query: q, levels, within: within ?? null, placesMax: limit });
  }

  private named(codes: string): Place[] {
    const wanted = [...new Set(codes.split(','))].slice(0, codesMax);
    return wanted.map((code) => this.gazetteer.byCode(code.trim())).filter((place) => place !== null);
  }
}
