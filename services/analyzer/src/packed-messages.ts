/**
 * Messages on their way to or from the worker thread, laid end to end in one buffer that is moved, not copied.
 * (Cloning single views would copy the whole network buffer behind each of them.)
 */
export interface PackedMessages {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Length of each message in bytes. */
  readonly lengths: readonly number[];
}

export function packMessages(messages: readonly Uint8Array[]): PackedMessages {
  const lengths = messages.map((message) => message.length);
  const bytes = new Uint8Array(lengths.reduce((sum, length) => sum + length, 0));
  let start = 0;
  for (const message of messages) {
    bytes.set(message, start);
    start += message.length;
  }
  return { bytes, lengths };
}

/** Views into the packed buffer, in order. */
export function unpackMessages({ bytes, lengths }: PackedMessages): Uint8Array[] {
  let start = 0;
  return lengths.map((length) => {
    const message = bytes.subarray(start, start + length);
    start += length;
    return message;
  });
}
