const cellsMax = 20_000;

/** Rows of a CSV text: commas or semicolons, quotes doubled inside quotes, as office programs write it. */
export function readCsv(text: string, separator = guessSeparator(text)): string[][] {
  const clean = text.replace(/^\uFEFF/, '');
  const rows: string[][] = [];
  let row: string[] = [];
  let cells = 0;
  const cell = new RegExp(`(?:"((?:[^"]|"")*)"|([^${separator}\\r\\n]*))(${separator}|\\r?\\n|$)`, 'gy');
  for (let match = cell.exec(clean); match && cells < cellsMax; match = cell.exec(clean)) {
    row.push((match[1]?.replaceAll('""', '"') ?? match[2] ?? '').trim());
    cells += 1;
    if (match[3] === separator) continue;
    rows.push(row);
    row = [];
    if (match[3] === '') break;
  }
  return rows.filter((each) => each.some((value) => value !== ''));
}

/** Programs set to Indonesian write semicolons, because the comma is in the numbers. */
function guessSeparator(text: string): string {
  const line = text.split('\n', 1)[0] ?? '';
  if (line.includes('\t')) return '\t';
  return line.split(';').length > line.split(',').length ? ';' : ',';
}
