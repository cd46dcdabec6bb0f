import { z } from 'zod';
import { RegionId } from '../event.js';
import { FeedSettings, RegionSettings } from '../regions.js';

/** GET /api/regions, GET and PUT /api/regions/:regionId */
export const RegionView = RegionSettings.extend({
  /** Set from DATA/regions.json at every start, so it is changed there and nowhere else. */
  isConfiguredByFile: z.boolean(),
});
export type RegionView = z.infer<typeof RegionView>;

const isTimeZone = (zone: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).format(0) !== '';
  } catch {
    return false;
  }
};

const areDistinct = (ids: readonly string[]) => new Set(ids).size === ids.length;

/** PUT /api/regions/:regionId: the whole of the settings, since what is left out is gone. */
export const RegionBody = z
  .strictObject({
    ...RegionSettings.shape,
    regionId: RegionId,
    timeZone: z.string().max(64).refine(isTimeZone, 'no IANA time zone').default('Asia/Jakarta'),
    feeds: z
      .array(FeedSettings.extend({ url: z.url({ protocol: /^https?$/ }).max(2_000) }))
      .max(500)
      .default([]),
  })
  .superRefine(({ feeds, watchRules, agencies }, context) => {
    const lists = {
      feeds: feeds.map((feed) => feed.sourceId),
      watchRules: watchRules.map((rule) => rule.id),
      agencies: agencies.map((agency) => agency.agencyId),
    };
    for (const [name, ids] of Object.entries(lists))
      if (!areDistinct(ids))
        context.addIssue({ code: 'custom', path: [name], message: 'an id stands twice' });
  });
export type RegionBody = z.infer<typeof RegionBody>;
