/** One line of the gazetteer. */
export interface PlaceLine {
  readonly code: string;
  /** As in the source: `KOTA SEMARANG`, `Pedurungan`. */
  readonly name: string;
}

/** A stretch of the table's text, as offsets. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * One level of the gazetteer, kept as the text it came in: 80,000 objects would take ten times the memory. Lines are
 * `code,parent,name` (a province has no parent) in the order of their codes, so a code is found by halving.
 */
export class PlaceTable {
  private readonly text: string;
  private readonly lowerCase: string;

  /** @param csv with a header line, sorted by code */
  constructor(csv: string) {
    // Every line, the first one too, stands between two newlines.
    this.text = `${csv.slice(csv.indexOf('\n')).trimEnd()}\n`;
    this.lowerCase = this.text.toLowerCase();
  }

  find(code: string): PlaceLine | null {
    const at = this.firstFrom(code);
    const line = this.lineAt(at);
    return line?.code === code ? line : null;
  }

  /**
   * Places of which a word of the name begins with `query` (lower case), inside the place `within` or everywhere.
   * @returns at most `linesMax`, in the order of their codes
   */
  search(query: string, within: string | null, linesMax: number): PlaceLine[] {
    const { from, to } = this.stretchOf(within);
    const found: PlaceLine[] = [];
    let at = this.lowerCase.indexOf(query, from);
    while (at >= 0 && at < to && found.length < linesMax) {
      const lineEnd = this.text.indexOf('\n', at);
      const isMatch = /[,\s(/'’-]/.test(this.lowerCase[at - 1] ?? '') && at >= this.nameStart(at);
      if (isMatch) {
        const line = this.lineAt(this.lineStart(at));
        if (line) found.push(line);
      }
      at = this.lowerCase.indexOf(query, isMatch ? lineEnd : at + 1);
    }
    return found;
  }

  private stretchOf(within: string | null): Stretch {
    if (within === null) return { from: 1, to: this.text.length };
    // '/' follows '.' in the order of characters: everything below the code lies before it.
    return { from: this.firstFrom(within), to: this.firstFrom(`${within}/`) };
  }

  /** Where the first line begins whose code is not before `code`. */
  private firstFrom(code: string): number {
    let low = 1;
    let high = this.text.length;
    while (low < high) {
      const middle = this.lineStart((low + high) >> 1);
      const codeThere = this.text.slice(middle, this.text.indexOf(',', middle));
      if (codeThere < code) low = this.text.indexOf('\n', middle) + 1;
      else high = middle;
    }
    return low;
  }

  private lineAt(start: number): PlaceLine | null {
    const end = this.text.indexOf('\n', start);
    if (end < 0) return null;
    const codeEnd = this.text.indexOf(',', start);
    const name = this.text.slice(this.nameStart(start), end).trim();
    return { code: this.text.slice(start, codeEnd), name: unquoted(name) };
  }

  private lineStart(at: number): number {
    return this.text.lastIndexOf('\n', at - 1) + 1;
  }

  /** Names come last and may hold commas themselves; codes never do. */
  private nameStart(at: number): number {
    const start = this.lineStart(at);
    const codeEnd = this.text.indexOf(',', start);
    const hasParent = /^[\d.]+,/.test(this.text.slice(codeEnd + 1, codeEnd + 16));
    return hasParent ? this.text.indexOf(',', codeEnd + 1) + 1 : codeEnd + 1;
  }
}

const unquoted = (name: string): string =>
  name.startsWith('"') && name.endsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name;
