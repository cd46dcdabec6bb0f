/**
 * Ids of the facts that are a desk's own published answers. Their title is the fact and `hoaxText` the claim; of all other
 * facts the title is the claim, stamped or not.
 */
export const ownFactPrefix = 'own:';
