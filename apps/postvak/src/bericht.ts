/** What the mailbox knows of a mail without opening it; one line of `index.jsonl`. */
export interface BerichtMetadata {
  /** Rises by one per mail in order of arrival; never used again. */
  readonly volgnummer: number;
  /** With angle brackets, as in the header; empty when the mail has none. */
  readonly messageId: string;
  /** Recipients of the SMTP envelope: who really gets the mail. */
  readonly aan: readonly string[];
  /** Sender of the `From` header, or of the envelope without one. */
  readonly van: string;
  readonly onderwerp: string;
  /** Instant of arrival, ISO 8601 in UTC. */
  readonly ontvangenOp: string;
}

/** Sender and recipients as said in SMTP, apart from the mail's own headers. */
export interface Envelope {
  readonly van: string;
  readonly aan: readonly string[];
}
