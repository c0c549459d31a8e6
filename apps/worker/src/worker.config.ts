/** Injection token of the validated configuration (`WorkerConfig`). */
export const WORKER_CONFIG = Symbol('WORKER_CONFIG');
