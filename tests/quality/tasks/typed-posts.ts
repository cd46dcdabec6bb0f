import { readTextFile } from './labelled-files.js';

export interface TypedPost {
  readonly label: string;
  readonly source: string;
  readonly text: string;
}

/**
 * Rows `label<TAB>source<TAB>text`, plain or .gz; a first row that names `label` and `text` is a header, in any order of columns.
 * @throws Error that names file and line when a row has too few cells
 */
export function readTypedPosts(path: string): TypedPost[] {
  const lines = readTextFile(path)
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '');
  const first = (lines[0] ?? '').replace(/^\ufeff/, '').split('\t');
  const hasHeader = first.includes('label') && first.includes('text');
  const names = hasHeader ? first : ['label', 'source', 'text'];
  const [label, source, text] = ['label', 'source', 'text'].map((name) => names.indexOf(name));
  return lines.slice(hasHeader ? 1 : 0).map((line, at) => {
    const cells = line.split('\t');
    const [labelCell, textCell] = [cells[label!], cells[text!]];
    if (labelCell === undefined || textCell === undefined)
      throw new Error(`${path}, row ${at + 1}: a row is a label, a source and a text, with tabs between`);
    return { label: labelCell.trim(), source: cells[source!]?.trim() ?? '', text: textCell };
  });
}
