/** Says what is wrong with something that claims to be (a part of) a recording. */
export class RecordingError extends Error {
  override readonly name = 'RecordingError';
  /** The event at fault, counted from 0; null when it is not one event's fault. */
  readonly event: number | null;

  constructor(message: string, event: number | null = null) {
    super(message);
    this.event = event;
  }
}
