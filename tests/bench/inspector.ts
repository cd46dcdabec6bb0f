import { WebSocket } from 'undici';

interface Answer {
  readonly id?: number;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

/** Bytes as `process.memoryUsage()` tells them. */
export interface ProcessMemory {
  readonly rss: number;
  readonly heapUsed: number;
  readonly external: number;
}

/** Asks a process that was started with `--inspect=127.0.0.1:PORT`. */
export class Inspector {
  private readonly waiting = new Map<
    number,
    { resolve: (result: unknown) => void; reject: (error: Error) => void }
  >();
  private lastId = 0;

  private constructor(private readonly socket: WebSocket) {
    socket.addEventListener('message', ({ data }) => this.settle(JSON.parse(String(data)) as Answer));
    socket.addEventListener('close', () => this.fail());
  }

  static async connect(port: number): Promise<Inspector> {
    const answer = await fetch(`http://127.0.0.1:${port}/json/list`);
    const [target] = (await answer.json()) as { webSocketDebuggerUrl: string }[];
    if (!target) throw new Error(`nothing to inspect on port ${port}`);
    const socket = new WebSocket(target.webSocketDebuggerUrl);
    await new Promise<void>((resolve, reject) => {
      socket.addEventListener('open', () => resolve());
      socket.addEventListener('error', () => reject(new Error(`no inspector on port ${port}`)));
    });
    return new Inspector(socket);
  }

  /** What is left after everything that can be freed was freed. Of the main thread's heap, and of the whole process. */
  async memoryAfterCollection(): Promise<ProcessMemory> {
    await this.ask('HeapProfiler.collectGarbage', {});
    const { result } = (await this.ask('Runtime.evaluate', {
      expression: 'JSON.stringify(process.memoryUsage())',
    })) as { result: { value: string } };
    return JSON.parse(result.value) as ProcessMemory;
  }

  close(): void {
    this.socket.close();
  }

  private ask(method: string, params: object): Promise<unknown> {
    this.lastId += 1;
    const id = this.lastId;
    this.socket.send(JSON.stringify({ id, method, params }));
    return new Promise((resolve, reject) => this.waiting.set(id, { resolve, reject }));
  }

  private settle({ id, result, error }: Answer): void {
    if (id === undefined) return; // an event that nobody asked for
    const asked = this.waiting.get(id);
    this.waiting.delete(id);
    if (error) asked?.reject(new Error(error.message));
    else asked?.resolve(result);
  }

  private fail(): void {
    for (const { reject } of this.waiting.values()) reject(new Error('the process went away'));
    this.waiting.clear();
  }
}
