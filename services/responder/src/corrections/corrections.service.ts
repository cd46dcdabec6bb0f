import {
  type CorrectionBody,
  type CorrectionView,
  correctionTarget,
  type PostLabel,
  type UndoCorrectionBody,
} from '@kentongan/contracts';
import { DATABASE_POOL, withTransaction } from '@kentongan/database';
import { CLOCK, type Clock, type PersonPrincipal, personOf } from '@kentongan/platform';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { ResponderRelay } from '../responder.relay.js';
import { CorrectionsStore, type Taken } from './corrections.store.js';
import { lessonOf, normalLabel } from './lesson-of-correction.js';

/** What officers correct of posts. */
@Injectable()
export class CorrectionsService {
  constructor(
    @Inject(DATABASE_POOL) private readonly pool: pg.Pool,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CorrectionsStore) private readonly store: CorrectionsStore,
    @Inject(ResponderRelay) private readonly relay: ResponderRelay,
  ) {}

  async correct(body: CorrectionBody, principal: PersonPrincipal): Promise<CorrectionView> {
    const { region: regionId, postId, firstCreatedAt, said } = body;
    const label = normalLabel(body.label);
    const taken = this.takenBy(principal);
    const lesson = lessonOf(body, label, taken.at);
    const key = keyOf(postId, label);
    const isChanged = await withTransaction(this.pool, (client) =>
      this.store.record(
        client,
        { regionId, key, postId, firstCreatedAt, issueId: null, label, said, lesson },
        taken,
      ),
    );
    this.relay.wake();
    return { postId, label, isUndone: false, isChanged };
  }

  async undo(body: UndoCorrectionBody, principal: PersonPrincipal): Promise<CorrectionView> {
    const { region: regionId, postId } = body;
    const label = normalLabel(body.label);
    const target = { regionId, key: keyOf(postId, label) };
    const isChanged = await withTransaction(this.pool, (client) =>
      this.store.undo(client, target, this.takenBy(principal)),
    );
    this.relay.wake();
    return { postId, label, isUndone: true, isChanged };
  }

  private takenBy(principal: PersonPrincipal): Taken {
    return {
      by: personOf(principal),
      role: principal.role,
      at: new Date(this.clock.now()).toISOString(),
    };
  }
}

const keyOf = (postId: string, label: PostLabel): string => `${postId}|${correctionTarget(label)}`;
