import { connect, type Socket } from 'node:net';
import { markPattern, preciseNow } from './live-events.js';

export interface ReaderTarget {
  readonly port: number;
  readonly path: string;
  /** The header Authorization as it is now: tokens live for a minute. */
  readonly authorization: () => Promise<string>;
}

const reconnectMilliseconds = 2_000;

/** A bare socket that reads server-sent events, stops when told, and comes back as a browser does. */
export class LiveReader {
  /** Milliseconds from publishing to reading, for events that came while it was reading and had not been away. */
  readonly latencies: number[] = [];
  lastSequence = 0;
  /** Events that were left out or came twice. */
  gaps = 0;
  cuts = 0;
  isStalled = false;
  private socket: Socket | null = null;
  private rest = '';
  private lastEventId = '';
  private isClosing = false;
  /** What comes right after a break is late by the break. */
  private timedFrom = 0;

  constructor(
    private readonly target: ReaderTarget,
    private readonly onGap: (message: string) => void,
  ) {}

  /** Resolves when the server has answered. */
  async open(): Promise<void> {
    const authorization = await this.target.authorization();
    const resumes = this.lastEventId === '' ? '' : `Last-Event-ID: ${this.lastEventId}\r\n`;
    const socket = connect(this.target.port, '127.0.0.1');
    this.socket = socket;
    this.rest = '';
    socket.setEncoding('utf8');
    socket.on('error', () => {});
    socket.on('close', () => this.closed());
    socket.write(
      `GET ${this.target.path} HTTP/1.1\r\nHost: desk\r\nAuthorization: ${authorization}\r\n${resumes}\r\n`,
    );
    await new Promise<void>((resolve, reject) => {
      socket.once('data', (chunk: string) => {
        if (chunk.startsWith('HTTP/1.1 200')) resolve();
        else reject(new Error(`a live stream was refused: ${chunk.slice(0, 300)}`));
      });
      socket.once('close', () => reject(new Error('a live stream was cut before it began')));
      socket.on('data', (chunk: string) => this.read(chunk));
    });
  }

  stall(): void {
    this.isStalled = true;
    this.socket?.pause();
  }

  /** Reads what is left in the socket, learns whether it was cut, and comes back. */
  readOn(): void {
    this.isStalled = false;
    this.timedFrom = Number.POSITIVE_INFINITY;
    this.socket?.resume();
  }

  /** As when a phone loses its network. */
  cut(): void {
    this.socket?.destroy();
  }

  close(): void {
    this.isClosing = true;
    this.socket?.destroy();
  }

  private closed(): void {
    if (this.isClosing) return;
    this.cuts += 1;
    this.timedFrom = Number.POSITIVE_INFINITY;
    setTimeout(() => {
      this.open().then(
        () => {
          this.timedFrom = preciseNow();
        },
        () => {}, // `close` comes as well and tries again
      );
    }, reconnectMilliseconds);
  }

  /** The chunked encoding's own lines lie between events or inside the data; the mark stands at the start of the data. */
  private read(chunk: string): void {
    const blocks = (this.rest + chunk).split('\n\n');
    this.rest = blocks.pop() ?? '';
    for (const block of blocks) this.take(block);
  }

  private take(block: string): void {
    const id = /(?:^|\n)id: (\d+)\n/.exec(block)?.[1];
    if (id !== undefined) this.lastEventId = id;
    if (block.includes('event: resync')) this.miss('resync');
    const mark = markPattern.exec(block);
    if (!mark) return;
    const sequence = Number(mark[1]);
    if (sequence !== this.lastSequence + 1) this.miss(`${this.lastSequence} → ${sequence}`);
    this.lastSequence = sequence;
    const publishedAt = Number(mark[2]);
    if (publishedAt >= this.timedFrom) this.latencies.push(preciseNow() - publishedAt);
  }

  private miss(what: string): void {
    this.gaps += 1;
    this.onGap(what);
  }
}
