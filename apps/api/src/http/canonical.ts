import { createHash } from 'node:crypto';

/** JSON with the keys of each object in one order: the same content gives the same text (as RFC 8785 does). */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/** The SHA-256 of what is asked: method, path with its parameters, and body (parsed JSON, or bytes as they came). */
export function fingerprint(method: string, path: string, body: unknown): Buffer {
  const hash = createHash('sha256').update(`${method} ${path}\n`);
  return hash.update(Buffer.isBuffer(body) ? body : canonical(body ?? null)).digest();
}
