import { Buffer } from 'node:buffer';
import { type Decoded, decodeEvent, type Stream, type StreamEvent } from '@kentongan/contracts';
import { exactEventCheck } from '@kentongan/contracts/exact';

const replacementCharacter = '\ufffd';

/**
 * What `decodeEvent` says of these bytes, at less than half its cost for the messages that are nothing special: they
 * are as the schema wants them, so nothing has to be copied. Everything else is left to `decodeEvent`.
 */
export function messageDecoder<S extends Stream>(stream: S): (bytes: Uint8Array) => Decoded<StreamEvent<S>> {
  const isExact = exactEventCheck(stream);
  return (bytes) => {
    const json = parse(bytes);
    return isExact(json) ? { ok: true, event: json as StreamEvent<S> } : decodeEvent(stream, bytes);
  };
}

/** @returns undefined when the bytes are no JSON, or may be no UTF-8: what is not stands as replacement character */
function parse(bytes: Uint8Array): unknown {
  const text = textOf(bytes);
  if (text.includes(replacementCharacter)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function textOf(bytes: Uint8Array): string {
  return Buffer.isBuffer(bytes)
    ? bytes.toString()
    : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString();
}
