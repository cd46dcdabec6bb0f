const newline = 0x0a;
const headBytesMax = 1_024;

/** One physical line. `bytes` of a line that is too long is its beginning only. */
export interface Line {
  /** Counted from 1; blank lines count but are not handed out. */
  readonly number: number;
  readonly bytes: Uint8Array;
  readonly isTooLong: boolean;
}

/**
 * Cuts a byte stream into lines and never holds more than one line of `lineBytesMax`: the rest of a longer one is
 * skipped up to its newline, and the lines after it go on.
 */
export class LineSplitter {
  private parts: Uint8Array[] = [];
  private bytes = 0;
  private number = 0;

  constructor(private readonly lineBytesMax: number) {}

  push(chunk: Uint8Array): Line[] {
    const lines: Line[] = [];
    let start = 0;
    for (let end = chunk.indexOf(newline); end !== -1; end = chunk.indexOf(newline, start)) {
      this.keep(chunk.subarray(start, end));
      this.finish(lines);
      start = end + 1;
    }
    if (start < chunk.length) this.keep(chunk.slice(start)); // copied: the rest of the chunk must not be held by it
    return lines;
  }

  /** The last line, when it does not end with a newline. */
  end(): Line[] {
    const lines: Line[] = [];
    if (this.bytes > 0) this.finish(lines);
    return lines;
  }

  private keep(part: Uint8Array): void {
    const before = this.bytes;
    this.bytes += part.length;
    if (this.bytes <= this.lineBytesMax) this.parts.push(part);
    else if (before <= this.lineBytesMax) this.parts = [head([...this.parts, part])];
  }

  private finish(lines: Line[]): void {
    this.number += 1;
    const isTooLong = this.bytes > this.lineBytesMax;
    const bytes = this.parts.length === 1 ? (this.parts[0] ?? head([])) : join(this.parts);
    if (isTooLong || !isBlank(bytes)) lines.push({ number: this.number, bytes, isTooLong });
    this.parts = [];
    this.bytes = 0;
  }
}

function head(parts: readonly Uint8Array[]): Uint8Array {
  return join(parts).slice(0, headBytesMax);
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

/** Only space, tab and carriage return. */
function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d);
}
