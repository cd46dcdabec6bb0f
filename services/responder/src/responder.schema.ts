/** The responder's tables live here; no other service reads them. */
export const responderSchema = 'responder';
