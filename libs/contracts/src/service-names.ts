/** The services, each of which can run as processes of its own. The gateway stands in front of the others. */
export const serviceNames = [
  'collector',
  'analyzer',
  'archiver',
  'detector',
  'responder',
  'notifier',
  'gateway',
] as const;
export type ServiceName = (typeof serviceNames)[number];

/** Those that the gateway leads requests to. */
export type RoutedServiceName = Exclude<ServiceName, 'gateway'>;
