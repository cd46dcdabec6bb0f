/** The detector's tables live here; no other service reads them. */
export const detectorSchema = 'detector';
