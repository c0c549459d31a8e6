/** Prints what went wrong: the sentence of a `UserError`; of anything else one line, with its details in a log. */
export function explain(error: unknown): void;
