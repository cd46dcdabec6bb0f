import { InboxParameters, InboxReadBody, InboxView } from '@kentongan/contracts';
import {
  AccessGuard,
  Allow,
  Answers,
  CLOCK,
  type Clock,
  deskRoles,
  type Principal,
  Who,
} from '@kentongan/platform';
import { Body, Controller, Get, HttpCode, Inject, Post, Query, UseGuards, UsePipes } from '@nestjs/common';
import type { z } from 'zod';
import { parameterPipe } from '../parameter-pipe.js';
import { InboxStore } from './inbox.store.js';

/** A person's own inbox: nobody can name another's. */
@Controller('api/inbox')
@UseGuards(AccessGuard)
@Allow('agency', ...deskRoles)
@UsePipes(parameterPipe)
export class InboxController {
  constructor(
    @Inject(InboxStore) private readonly store: InboxStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Newest first, at most 200; `unread` counts all. */
  @Get()
  @Answers(InboxView)
  view(
    @Who() principal: Principal,
    @Query({ schema: InboxParameters }) { region }: z.infer<typeof InboxParameters>,
  ): Promise<InboxView> {
    return this.store.view(inboxesOf(principal), region);
  }

  /** Answers the inbox as it is afterwards. */
  @Post('read')
  @HttpCode(200)
  @Answers(InboxView)
  async read(
    @Who() principal: Principal,
    @Body({ schema: InboxReadBody }) { region, itemIds }: z.infer<typeof InboxReadBody>,
  ): Promise<InboxView> {
    const inboxes = inboxesOf(principal);
    await this.store.markRead(inboxes, region, itemIds ?? null, new Date(this.clock.now()));
    return this.store.view(inboxes, region);
  }
}

function inboxesOf(principal: Principal): string[] {
  if (principal.kind === 'machine') return [];
  const { userId, agencyId } = principal;
  return agencyId === null ? [userId] : [userId, `agency:${agencyId}`];
}
