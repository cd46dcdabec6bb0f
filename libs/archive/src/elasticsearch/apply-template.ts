import type { Client } from '@elastic/elasticsearch';
import { asking, isThereAlready } from './failures.js';
import type { Names } from './names.js';
import { erasedAuthorMappings, type IndexShape, postMappings, postSettings } from './template.js';

/** Above what other programs' templates usually have, so that none of theirs shapes our months. */
const priority = 500;

/** Months are made from the template of the writer's own version; aliases come with each month, see months.ts. */
export async function applyTemplate(client: Client, names: Names, shape: IndexShape): Promise<void> {
  await asking(
    client.indices.putIndexTemplate({
      name: names.template,
      index_patterns: [names.pattern],
      priority,
      version: names.version,
      template: { settings: { index: postSettings(shape) }, mappings: postMappings },
    }),
  );
  try {
    await asking(
      client.indices.create({
        index: names.erasedAuthors,
        settings: { number_of_shards: 1, auto_expand_replicas: shape.replicas },
        mappings: erasedAuthorMappings,
      }),
    );
  } catch (error) {
    if (!isThereAlready(error)) throw error;
  }
}
