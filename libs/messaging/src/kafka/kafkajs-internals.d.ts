declare module 'kafkajs/src/network/requestQueue/index.js' {
  import { EventEmitter } from 'node:events';

  interface SocketRequest {
    readonly sentAt: number;
    readonly requestTimeout: number;
    timeoutRequest(): void;
  }

  interface RequestQueueOptions {
    readonly maxInFlightRequests: number;
    readonly requestTimeout: number;
    readonly enforceRequestTimeout: boolean;
    readonly clientId: string;
    readonly broker: string;
    readonly logger: object;
  }

  interface PushedRequest {
    readonly entry: object;
    readonly expectResponse: boolean;
    readonly sendRequest: () => void;
  }

  /** The part of kafkajs's request queue that the guards touch. */
  export default class RequestQueue extends EventEmitter {
    constructor(options: RequestQueueOptions);
    readonly broker: string;
    readonly pending: readonly unknown[];
    readonly inflight: ReadonlyMap<number, SocketRequest>;
    readonly enforceRequestTimeout: boolean;
    requestTimeoutIntervalId: NodeJS.Timeout | undefined;
    isConnected(): boolean;
    push(request: PushedRequest): void;
    rejectAll(error: Error): void;
    destroy(): void;
    scheduleCheckPendingRequests(): void;
    scheduleRequestTimeoutCheck(): void;
  }
}

declare module 'kafkajs/src/network/connection.js' {
  import type { Socket } from 'node:net';
  import type RequestQueue from 'kafkajs/src/network/requestQueue/index.js';

  /** The part of kafkajs's connection that the guards touch. */
  export default class Connection {
    readonly broker: string;
    readonly requestQueue: RequestQueue;
    socket: Socket | null;
    chunks: Buffer[];
    bytesBuffered: number;
    bytesNeeded: number;
    isConnected(): boolean;
    connect(): Promise<boolean>;
  }
}

declare module 'kafkajs/src/protocol/encoder.js' {
  /** The part of kafkajs's encoder that asking for topic ids touches. */
  export default class Encoder {
    writeBoolean(value: boolean): this;
    readonly buffer: Buffer;
    writeBuffer(value: Buffer): this;
    writeInt16(value: number): this;
    writeInt32(value: number): this;
    writeInt64(value: bigint): this;
    writeString(value: string): this;
    writeUVarIntArray(values: readonly Encoder[]): this;
    /** Null writes one zero: no bytes, and also no tagged fields. */
    writeUVarIntBytes(value: Buffer | null): this;
    writeUVarIntString(value: string): this;
  }
}

declare module 'kafkajs/src/protocol/decoder.js' {
  /** The part of kafkajs's decoder that reading answers ourselves touches. */
  export default class Decoder {
    constructor(bytes: Buffer);
    readBytes(length: number): Buffer;
    readInt16(): number;
    readInt32(): number;
    readInt64(): bigint;
    readString(): string | null;
    readTaggedFields(): unknown;
    readUVarInt(): number;
    readUVarIntArray(read: () => void): unknown;
    readUVarIntString(): string | null;
  }
}

declare module 'kafkajs/src/protocol/recordBatch/v0/index.js' {
  import type Encoder from 'kafkajs/src/protocol/encoder.js';

  /** How kafkajs writes a record batch; what we read is tested against it. */
  const written: {
    RecordBatch(batch: {
      readonly compression: number;
      readonly firstOffset: bigint;
      readonly firstTimestamp: number;
      readonly maxTimestamp: number;
      readonly lastOffsetDelta: number;
      readonly records: readonly Encoder[];
    }): Promise<Encoder>;
  };
  export default written;
}

declare module 'kafkajs/src/protocol/recordBatch/record/v0/index.js' {
  import type Encoder from 'kafkajs/src/protocol/encoder.js';

  export default function record(content: {
    readonly offsetDelta: number;
    readonly timestampDelta: number;
    readonly key: Buffer | null;
    readonly value: Buffer | null;
    readonly headers?: Readonly<Record<string, string>>;
  }): Encoder;
}
