export type AuthorKind = 'person' | 'official' | 'press';

/** The five things that happen on the simulated day. */
export const eventKinds = ['hoax', 'rumour', 'complaint', 'criticism', 'press'] as const;
export type EventKind = (typeof eventKinds)[number];

/** Posts of each kind of event: least and most. */
export const eventSizes: Readonly<Record<EventKind, readonly [least: number, most: number]>> = {
  hoax: [330, 520],
  rumour: [240, 380],
  complaint: [280, 440],
  criticism: [340, 520],
  press: [240, 380],
};
