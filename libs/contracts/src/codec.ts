import { Envelope, type Event } from './event.js';
import type { Stream, StreamEvent } from './stream.js';

export type Decoded<T> =
  | { readonly ok: true; readonly event: T }
  | { readonly ok: false; readonly reason: DecodeFailure; readonly detail: string };

export type DecodeFailure = 'notUtf8' | 'notJson' | 'notAnEvent' | 'unknownEvent' | 'wrongData';

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true });

/** JSON on the wire; compression is the adapter's affair. */
export function encodeEvent(event: Event): Uint8Array {
  return encoder.encode(JSON.stringify(event));
}

/** Decodes and checks one message of `stream`. Never throws: what is wrong comes back as a reason for the dead stream. */
export function decodeEvent<S extends Stream>(stream: S, bytes: Uint8Array): Decoded<StreamEvent<S>> {
  let text: string;
  try {
    text = decoder.decode(bytes);
  } catch {
    return failure('notUtf8', 'the bytes are not UTF-8');
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return failure('notJson', String(error));
  }
  return checkEvent(stream, json);
}

function checkEvent<S extends Stream>(stream: S, json: unknown): Decoded<StreamEvent<S>> {
  const envelope = Envelope.safeParse(json);
  if (!envelope.success) return failure('notAnEvent', envelope.error.message);
  const declared = stream.events.find(
    (each) => each.type === envelope.data.type && each.v === envelope.data.v,
  );
  if (!declared) return failure('unknownEvent', `${envelope.data.type} v${envelope.data.v}`);
  const data = declared.data.safeParse(envelope.data.data);
  if (!data.success) return failure('wrongData', data.error.message);
  return { ok: true, event: { ...envelope.data, data: data.data } as StreamEvent<S> };
}

function failure(reason: DecodeFailure, detail: string): Decoded<never> {
  return { ok: false, reason, detail: detail.slice(0, 500) };
}
