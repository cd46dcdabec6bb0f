/** The collector's tables live here; no other service reads them. */
export const collectorSchema = 'collector';
