/** What a start is told beside the configuration: never from the environment, so that no real desk calls itself simulated. */
export interface StartOptions {
  /** The desk shows the simulated demo day, and every screen says so. */
  readonly isDemo?: boolean;
}
