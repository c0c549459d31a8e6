import type { Adapter, AdapterPayload } from 'oidc-provider';

/** Sessions, codes and tokens kept at most. */
export const maxEntries = 1000;

interface Entry {
  readonly payload: AdapterPayload;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

/**
 * What the provider remembers, in memory and bounded; one adapter per kind of thing, all on one store.
 *
 * Memory is right here: the provider is for practice on one computer, and what is lost at a restart is only that people
 * choose again who they are (the sessions of the web app live in PostgreSQL, the signing keys in a file). When it is full,
 * what was written longest ago goes first. Looking at a thousand entries is quicker than keeping indexes right.
 */
export const createSessieStore = (limit = maxEntries): ((name: string) => Adapter) => {
  const entries = new Map<string, Entry>();

  const find = (key: string): AdapterPayload | undefined => {
    const entry = entries.get(key);
    if (entry === undefined || entry.expiresAt > Date.now()) return entry?.payload;
    entries.delete(key);
    return undefined;
  };

  const makeRoom = (): void => {
    for (const key of [...entries.keys()]) find(key);
    for (const key of entries.keys()) {
      if (entries.size < limit) return;
      entries.delete(key);
    }
  };

  return (name) => {
    const keyOf = (id: string): string => `${name}:${id}`;
    const findWhere = (matches: (payload: AdapterPayload) => boolean): AdapterPayload | undefined => {
      for (const key of [...entries.keys()].filter((one) => one.startsWith(`${name}:`))) {
        const payload = find(key);
        if (payload !== undefined && matches(payload)) return payload;
      }
      return undefined;
    };
    return {
      async upsert(id, payload, expiresIn) {
        // Written again counts as new: a session in use outlives one that was left.
        entries.delete(keyOf(id));
        if (entries.size >= limit) makeRoom();
        const expiresAt = expiresIn === undefined ? Number.POSITIVE_INFINITY : Date.now() + expiresIn * 1000;
        entries.set(keyOf(id), { payload, expiresAt });
      },
      find: async (id) => find(keyOf(id)),
      findByUid: async (uid) => findWhere((payload) => payload.uid === uid),
      findByUserCode: async (userCode) => findWhere((payload) => payload.userCode === userCode),
      async consume(id) {
        const payload = find(keyOf(id));
        if (payload !== undefined) payload.consumed = Math.floor(Date.now() / 1000);
      },
      async destroy(id) {
        entries.delete(keyOf(id));
      },
      // Of every kind: a code that is used twice takes the tokens with it that came of it.
      async revokeByGrantId(grantId) {
        for (const [key, { payload }] of entries) if (payload.grantId === grantId) entries.delete(key);
      },
    };
  };
};
