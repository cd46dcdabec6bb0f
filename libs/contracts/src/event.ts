import { z } from 'zod';

/** A point in time as ISO 8601 in UTC, for instance `2025-02-25T13:04:00.000Z`. */
export const Instant = z.iso.datetime();

export const RegionId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,47}$/);

/** The envelope of every message on every stream. `data` is what happened; the rest is how to follow it. */
export interface Event<Type extends string = string, Data = unknown> {
  readonly id: string;
  readonly type: Type;
  readonly v: number;
  readonly occurredAt: string;
  readonly regionId: string;
  readonly correlationId: string;
  readonly causationId: string | null;
  readonly data: Data;
}

/** One version of one event: its type literal and the schema of its data. */
export interface EventType<Type extends string = string, Schema extends z.ZodType = z.ZodType> {
  readonly type: Type;
  readonly v: number;
  readonly data: Schema;
}

export type EventOf<T> = T extends EventType<infer Type, infer Schema> ? Event<Type, z.infer<Schema>> : never;

/** Declares an event once: TypeScript type and runtime schema come from the same place. */
export function eventType<Type extends string, Schema extends z.ZodType>(
  type: Type,
  v: number,
  data: Schema,
): EventType<Type, Schema> {
  return { type, v, data };
}

export const Envelope = z.object({
  id: z.string().min(1).max(200),
  type: z.string().min(1).max(100),
  v: z.int().positive(),
  occurredAt: Instant,
  regionId: z.union([RegionId, z.literal('*')]),
  correlationId: z.string().max(200),
  causationId: z.string().max(200).nullable(),
  data: z.unknown(),
});
