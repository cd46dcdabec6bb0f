/** The notifier's tables live here; no other service reads them. */
export const notifierSchema = 'notifier';
