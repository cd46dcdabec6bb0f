const eastern = /^(81|82|9\d)/;
const central = /^(51|52|53|63|64|65|7[1-6])/;

/** The zone of a province by the first digits of a gazetteer code. */
export function timeZoneOf(placeCode: string): string {
  if (eastern.test(placeCode)) return 'Asia/Jayapura';
  return central.test(placeCode) ? 'Asia/Makassar' : 'Asia/Jakarta';
}

export const timeZones = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'] as const;
