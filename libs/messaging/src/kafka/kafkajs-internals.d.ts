declare module 'kafkajs/src/network/requestQueue/index.js' {
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
  export default class RequestQueue {
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

  /** The part of kafkajs's connection that the guard against torn responses touches. */
  export default class Connection {
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
    writeBuffer(value: Buffer): this;
    writeUVarIntArray(values: readonly Encoder[]): this;
    /** Null writes one zero: no bytes, and also no tagged fields. */
    writeUVarIntBytes(value: Buffer | null): this;
    writeUVarIntString(value: string): this;
  }
}

declare module 'kafkajs/src/protocol/decoder.js' {
  /** The part of kafkajs's decoder that asking for topic ids touches. */
  export default class Decoder {
    constructor(bytes: Buffer);
    readBytes(length: number): Buffer;
    readInt16(): number;
    readInt32(): number;
    readTaggedFields(): unknown;
    readUVarInt(): number;
    readUVarIntArray(read: () => void): unknown;
    readUVarIntString(): string | null;
  }
}
