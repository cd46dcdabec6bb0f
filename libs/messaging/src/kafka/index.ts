export type { KafkaSecurity } from './client.js';
export type { GroupTiming } from './group-member.js';
export { createKafkaStreams, type KafkaStreams, type KafkaStreamsOptions } from './kafka-streams.js';
