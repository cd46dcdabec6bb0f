/** Province codes by Indonesia's three zones (Keputusan Presiden 41/1987); the rest keeps western time. */
const central: ReadonlySet<string> = new Set([
  '51',
  '52',
  '53',
  '63',
  '64',
  '65',
  '71',
  '72',
  '73',
  '74',
  '75',
  '76',
]);
const eastern: ReadonlySet<string> = new Set(['81', '82', '91', '92', '93', '94', '95', '96']);

/** The zone in which a place counts its hours. */
export function timeZoneOf(placeCode: string): string {
  const province = placeCode.slice(0, 2);
  if (eastern.has(province)) return 'Asia/Jayapura';
  return central.has(province) ? 'Asia/Makassar' : 'Asia/Jakarta';
}
