/** Why a line was refused at the edge: a closed union, because senders branch on it and it is a metric label. */
export type RefusalReason =
  | 'lineTooLong'
  | 'notUtf8'
  | 'notJson'
  | 'tooDeep'
  | 'notAnObject'
  | 'nulCharacter'
  | 'missingId'
  | 'wrongId'
  | 'missingTime'
  | 'wrongTime'
  | 'futureTime'
  | 'ancientTime'
  | 'missingText'
  | 'wrongText'
  | 'textTooLong'
  | 'wrongField';

/** `detail` tells a person what to change; it never repeats what was sent. */
export interface Refusal {
  readonly reason: RefusalReason;
  readonly detail: string;
}
