import { createHash } from 'node:crypto';

/** JSON with the keys of each object in one order: the same content gives the same text (as RFC 8785 does). */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

export interface Asked {
  /** In which role the caller acts. */
  readonly role: string;
  readonly method: string;
  /** With its parameters. */
  readonly path: string;
  /** Parsed JSON, or bytes as they came. */
  readonly body: unknown;
}

/** The SHA-256 of what is asked, and as what. */
export function fingerprint({ role, method, path, body }: Asked): Buffer {
  const hash = createHash('sha256').update(`${role} ${method} ${path}\n`);
  return hash.update(Buffer.isBuffer(body) ? body : canonical(body ?? null)).digest();
}
