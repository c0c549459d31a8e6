/** Injection token of the validated configuration (`WorkerConfig`). */
export const WORKER_CONFIG = Symbol('WORKER_CONFIG');

/** Domain of the sender, for Message-IDs. */
export const mailDomeinVan = (mailFrom: string): string =>
  /@([^\s>]+)/.exec(mailFrom)?.[1] ?? 'maatwerktraject.example';
