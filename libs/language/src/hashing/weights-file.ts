const magic = 0x31574e4b; // "KNW1"
const prefixBytes = 8;

interface Envelope<Header> {
  readonly kind: string;
  /** Bytes of each part, in order. */
  readonly sizes: readonly number[];
  readonly header: Header;
}

/** A model as one file: magic, length of the envelope (32 bits, little-endian), envelope (JSON), the parts one after another. */
export function encodeWeights(kind: string, header: object, parts: readonly ArrayBufferView[]): Uint8Array {
  const envelope: Envelope<object> = { kind, sizes: parts.map((part) => part.byteLength), header };
  const json = new TextEncoder().encode(JSON.stringify(envelope));
  let at = prefixBytes + json.length;
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, at));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, magic, true);
  view.setUint32(4, json.length, true);
  bytes.set(json, prefixBytes);
  for (const part of parts) {
    bytes.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), at);
    at += part.byteLength;
  }
  return bytes;
}

/**
 * Header and parts of a weights file; each part has a buffer of its own.
 * @throws Error when the bytes are not a whole file of this kind
 */
export function decodeWeights<Header>(
  kind: string,
  bytes: Uint8Array,
): { header: Header; parts: Uint8Array<ArrayBuffer>[] } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < prefixBytes || view.getUint32(0, true) !== magic)
    throw new Error(`not a ${kind} model: its first bytes are wrong`);
  const end = prefixBytes + view.getUint32(4, true);
  if (end > bytes.length) throw new Error(`${kind} model is cut off in its header`);
  const envelope = JSON.parse(new TextDecoder().decode(bytes.subarray(prefixBytes, end))) as Envelope<Header>;
  if (envelope.kind !== kind) throw new Error(`these are weights of "${envelope.kind}", not of "${kind}"`);
  const expected = envelope.sizes.reduce((sum, size) => sum + size, end);
  if (expected !== bytes.length)
    throw new Error(`${kind} model has ${bytes.length} bytes, its header says ${expected}`);
  let at = end;
  const parts = envelope.sizes.map((size) => {
    at += size;
    return Uint8Array.from(bytes.subarray(at - size, at));
  });
  return { header: envelope.header, parts };
}
