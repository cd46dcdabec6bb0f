const isFull = process.env['KENTONGAN_TEST_COUNTS'] === 'full';

/** The count of a suite: as stated, or a tenth of it (at least one) in the short run. */
export function counts(full: number): number {
  return isFull ? full : Math.max(1, Math.floor(full / 10));
}
