import { createSecretKey, hkdfSync, randomBytes, type KeyObject } from 'node:crypto';

/** The keys of an installation. The bytes are not on this object, so that it can be logged or shown by mistake. */
export interface Keyring {
  /** Id of the key that seals. */
  readonly currentId: string;
  /** Ids of all keys that open, the current one first; without the key of the index. */
  readonly ids: readonly string[];
}

/** What a derived key is for. A new use gets a name of its own: one key never serves two algorithms or places. */
export type KeyUse = 'columns' | 'payloads' | 'index';

const KEY_BYTES = 32;
/** Entry of the keyring for `blindIndex`; it stays when the other keys rotate. */
const INDEX_ID = 'index';
const idPattern = /^[A-Za-z0-9][A-Za-z0-9_-]{0,31}$/;
const keyPattern = /^[A-Za-z0-9_-]{43}$/;

const example = 'Maak een sleutel met "npm run sleutel -- <naam>".';

/** Derived keys by `<id>/<use>`, beside the object that callers hold. */
const derived = new WeakMap<Keyring, ReadonlyMap<string, KeyObject>>();

const derive = (key: Buffer, use: KeyUse): KeyObject =>
  createSecretKey(Buffer.from(hkdfSync('sha256', key, '', `maatwerktraject/v1/${use}`, KEY_BYTES)));

interface Entry {
  readonly id: string;
  readonly key: Buffer;
}

const parseEntry = (text: string, place: number): Entry => {
  const colon = text.indexOf(':');
  const id = text.slice(0, Math.max(colon, 0));
  // Without a colon the text may be a key: it is named by its place, never shown.
  if (colon === -1 || !idPattern.test(id))
    throw new Error(
      `Sleutel ${place} heeft geen goede naam. Schrijf naam:sleutel, met in de naam alleen letters, cijfers en streepjes (ten hoogste 32).`,
    );
  const encoded = text.slice(colon + 1);
  const key = Buffer.from(encoded, 'base64url');
  // Decoding is lenient: only a text that comes out the same again is the key that was meant.
  if (!keyPattern.test(encoded) || key.toString('base64url') !== encoded)
    throw new Error(
      `Sleutel ${place} ("${id}") is niet goed: het moeten 32 bytes in base64url zijn. ${example}`,
    );
  return { id, key };
};

const refuseDoubles = (entries: readonly Entry[]): void => {
  for (const [place, entry] of entries.entries())
    for (const earlier of entries.slice(0, place)) {
      if (earlier.id === entry.id)
        throw new Error(`De naam "${entry.id}" staat er twee keer in. Geef elke sleutel een eigen naam.`);
      if (earlier.key.equals(entry.key))
        throw new Error(
          `De sleutels "${earlier.id}" en "${entry.id}" zijn dezelfde. Maak voor elke naam een nieuwe sleutel.`,
        );
    }
};

/**
 * Reads `id:base64url(32 bytes),id2:…,index:…`. The first entry seals, the others still open; the entry `index` is for
 * `blindIndex` alone and may stand anywhere. White space around entries is ignored.
 * Throws an `Error` with a Dutch sentence that says what is wrong, never with a key in it.
 */
export function parseKeyring(text: string): Keyring {
  const parts = text.split(',').map((part) => part.trim());
  const entries = parts.map((part, at) => parseEntry(part, at + 1));
  refuseDoubles(entries);
  const index = entries.find(({ id }) => id === INDEX_ID);
  if (index === undefined)
    throw new Error('De sleutel met de naam "index" ontbreekt. Maak die met "npm run sleutel -- index".');
  const keys = entries.filter((entry) => entry !== index);
  const [current] = keys;
  if (current === undefined)
    throw new Error(`Er is geen sleutel om mee te versleutelen, alleen "index". ${example}`);
  const keyring: Keyring = Object.freeze({
    currentId: current.id,
    ids: Object.freeze(keys.map(({ id }) => id)),
  });
  const uses = keys.flatMap(({ id, key }) =>
    (['columns', 'payloads'] as const).map((use) => [`${id}/${use}`, derive(key, use)] as const),
  );
  derived.set(keyring, new Map([...uses, [`${INDEX_ID}/index`, derive(index.key, 'index')]]));
  return keyring;
}

/** One new entry `id:base64url(32 random bytes)` for the text of a keyring. Throws on an id that it cannot hold. */
export function generateKey(id: string): string {
  if (!idPattern.test(id))
    throw new Error('De naam van een sleutel bestaat uit letters, cijfers en streepjes (ten hoogste 32).');
  return `${id}:${randomBytes(KEY_BYTES).toString('base64url')}`;
}

const keyOf = (keyring: Keyring, name: string): KeyObject | undefined => {
  const keys = derived.get(keyring);
  if (keys === undefined) throw new Error('this keyring was not made by parseKeyring');
  return keys.get(name);
};

/** The derived key of `id` for this use. Throws when the keyring has no such id. */
export function keyFor(keyring: Keyring, id: string, use: 'columns' | 'payloads'): KeyObject {
  const key = keyOf(keyring, `${id}/${use}`);
  if (key === undefined) throw new Error(`the keyring has no key "${id}"`);
  return key;
}

/** The derived key of the blind index. */
export function indexKey(keyring: Keyring): KeyObject {
  const key = keyOf(keyring, `${INDEX_ID}/index`);
  if (key === undefined) throw new Error('the keyring has no key for the index');
  return key;
}
