import { randomBytes, randomUUID } from 'node:crypto';
import { CreatedWebhookView, RegionId, WebhookBody, WebhookView } from '@kentongan/contracts';
import {
  AccessGuard,
  Allow,
  Answers,
  CLOCK,
  type Clock,
  mayEnterRegion,
  type Principal,
  Secret,
  Who,
} from '@kentongan/platform';
import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Inject,
  Param,
  Post,
  Query,
  UseGuards,
  UsePipes,
} from '@nestjs/common';
import { z } from 'zod';
import { tooManyWebhooks, unknownWebhook, unusableAddress } from '../notifier-errors.js';
import { parameterPipe } from '../parameter-pipe.js';
import { WebhookStore, webhooksPerRegionMax } from './webhook.store.js';

const secretBytes = 32;
const WebhooksParameters = z.strictObject({ region: RegionId.optional() });
const WebhookViews = z.array(WebhookView);

/** Other systems that are told of alerts; the administrator's affair. */
@Controller('api/webhooks')
@UseGuards(AccessGuard)
@Allow('machine', 'admin')
@UsePipes(parameterPipe)
export class WebhooksController {
  constructor(
    @Inject(WebhookStore) private readonly store: WebhookStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Of one region, or of all that are the caller's. */
  @Get()
  @Answers(WebhookViews)
  list(
    @Who() principal: Principal,
    @Query({ schema: WebhooksParameters }) { region }: z.infer<typeof WebhooksParameters>,
  ): Promise<z.infer<typeof WebhookViews>> {
    if (region !== undefined) return this.store.list([region]);
    const isEverywhere = principal.kind === 'machine' || principal.regionIds.length === 0;
    return this.store.list(isEverywhere ? null : principal.regionIds);
  }

  /** The answer is the only place where the secret is ever shown. */
  @Post()
  @Answers(CreatedWebhookView, 201)
  async create(
    @Body({ schema: WebhookBody }) body: z.infer<typeof WebhookBody>,
  ): Promise<z.infer<typeof CreatedWebhookView>> {
    const { protocol, username, password } = new URL(body.url);
    if (!/^https?:$/.test(protocol) || username !== '' || password !== '') throw unusableAddress();
    const secret = new Secret(randomBytes(secretBytes).toString('base64url'));
    const createdAt = new Date(this.clock.now());
    const webhook = await this.store.create({ ...body, webhookId: randomUUID(), secret, createdAt });
    if (!webhook) throw tooManyWebhooks(webhooksPerRegionMax);
    return { webhook, secret: secret.reveal() };
  }

  @Delete(':webhookId')
  @HttpCode(204)
  async remove(@Who() principal: Principal, @Param('webhookId') webhookId: string): Promise<void> {
    const regionId = await this.store.regionOf(webhookId);
    if (regionId === null || !mayEnterRegion(principal, regionId)) throw unknownWebhook();
    await this.store.remove(webhookId, new Date(this.clock.now()));
  }
}
