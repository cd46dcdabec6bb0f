import { readFileSync, statSync } from 'node:fs';
import { AgencyJudge, readAgencyModel } from '@kentongan/language';
import { agencyModelPath } from '@kentongan/platform';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { RESPONDER_OPTIONS, type ResponderOptions } from '../responder.options.js';

interface Held {
  /** When the file was written: a newer one is read without a restart. */
  readonly writtenAt: number;
  readonly judge: AgencyJudge | null;
}

/** Models that regions trained on their own archive; they lie in the data folder and nowhere else. */
@Injectable()
export class AgencyModels {
  private readonly log = new Logger('Responder');
  private readonly held = new Map<string, Held>();

  constructor(@Inject(RESPONDER_OPTIONS) private readonly options: ResponderOptions) {}

  /** Null where the region trained none, or where the file is not a model (said once in the log). */
  of(regionId: string): AgencyJudge | null {
    const { dataDirectory } = this.options;
    if (dataDirectory === undefined) return null;
    const path = agencyModelPath(dataDirectory, regionId);
    const writtenAt = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
    if (writtenAt === undefined) return null;
    const held = this.held.get(regionId);
    if (held?.writtenAt === writtenAt) return held.judge;
    const judge = this.read(path);
    this.held.set(regionId, { writtenAt, judge });
    return judge;
  }

  private read(path: string): AgencyJudge | null {
    try {
      return new AgencyJudge(readAgencyModel(readFileSync(path)));
    } catch (error) {
      this.log.warn(`${path} is no model of agencies, the dictionary is used: ${String(error)}`);
      return null;
    }
  }
}
