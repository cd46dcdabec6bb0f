/** Most characters of one entry; a longer one is refused and skipped without being kept. */
const entryCharactersMax = 250_000;
/** Names under which publishers' answers keep their list; the list of any other name is part of a single entry. */
const listNames = /"(?:claims|data|results|items|facts|articles|dataFeedElement|@graph)"\s*:\s*$/;

/** An entry as it stands in the file; `text` is null when it was longer than an entry may be. */
export interface RawEntry {
  readonly line: number;
  readonly text: string | null;
}

/**
 * Cuts a JSON text into its entries while it arrives: the elements of the outermost list, of the list that a known name
 * of the outermost object holds, or the object itself. Keeps no more than one entry. Reads brackets and strings only:
 * whether an entry is JSON is decided by who parses it.
 */
export class JsonRecords {
  private depth = 0;
  /** Depth of the list whose elements are entries; null while it is not known. */
  private listDepth: number | null = null;
  private inString = false;
  private escaped = false;
  private entry: string | null = null;
  private entryLine = 1;
  private isTooLong = false;
  private line = 1;

  push(text: string): RawEntry[] {
    const done: RawEntry[] = [];
    let from = 0;
    const keep = (end: number) => {
      if (this.entry !== null) this.add(text.slice(from, end));
      from = end;
    };
    for (let at = 0; at < text.length; at += 1) {
      const sign = text[at]!;
      if (sign === '\n') this.line += 1;
      if (this.inString) {
        this.readString(sign);
        continue;
      }
      const closes = sign === '}' || sign === ']';
      if (this.entry !== null && this.depth === this.floor && (sign === ',' || closes)) {
        keep(at);
        done.push(this.take());
      }
      if (this.entry === null && this.depth === this.floor && !/[\s,\]}]/.test(sign)) {
        from = at;
        if (!this.opensList(sign)) this.begin();
      }
      if (sign === '"') this.inString = true;
      else if (sign === '{' || sign === '[') this.open(sign, () => keep(at));
      else if (closes) this.close(() => keep(at + 1), done);
    }
    keep(text.length);
    return done;
  }

  /** What is left when the file ends: an entry that was never closed. */
  end(): RawEntry[] {
    return this.entry === null || this.entry.trim() === '' ? [] : [this.take()];
  }

  private get floor(): number {
    return this.listDepth ?? 0;
  }

  private opensList(sign: string): boolean {
    return this.listDepth === null && this.depth === 0 && sign === '[';
  }

  private open(sign: string, keep: () => void): void {
    if (this.listDepth === null && sign === '[') {
      if (this.depth === 0) this.listDepth = 1;
      else if (this.depth === 1) {
        keep();
        if (listNames.test(this.entry?.slice(-60) ?? '')) {
          this.entry = null;
          this.listDepth = 2;
        }
      }
    }
    this.depth += 1;
  }

  private close(keep: () => void, done: RawEntry[]): void {
    this.depth = Math.max(0, this.depth - 1);
    if (this.entry !== null && this.depth === this.floor) {
      keep();
      done.push(this.take());
    }
    // Below its list nothing is an entry any more: what follows belongs to the outermost object.
    if (this.listDepth !== null && this.depth < this.listDepth) this.listDepth = Number.MAX_SAFE_INTEGER;
  }

  private readString(sign: string): void {
    if (this.escaped) this.escaped = false;
    else if (sign === '\\') this.escaped = true;
    else if (sign === '"') this.inString = false;
  }

  private begin(): void {
    this.entry = '';
    this.entryLine = this.line;
    this.isTooLong = false;
  }

  private add(text: string): void {
    if (this.entry === null) return;
    if (this.entry.length + text.length > entryCharactersMax && this.depth + this.floor > 0) {
      // The list may still come: only the end is needed to recognise its name.
      this.isTooLong = true;
      this.entry = (this.entry + text).slice(-100);
    } else this.entry += text;
  }

  private take(): RawEntry {
    const raw = { line: this.entryLine, text: this.isTooLong ? null : (this.entry ?? '').trim() };
    this.entry = null;
    return raw;
  }
}
