import { parseKeyring, type Keyring } from '@maatwerktraject/crypto';

const sleutel = (id: string, byte: number): string => `${id}:${Buffer.alloc(32, byte).toString('base64url')}`;

/** The text of a keyring that everybody knows, so good for tests alone. */
export const TEST_SLEUTELS = [sleutel('proef', 1), sleutel('index', 9)].join(',');

export const TEST_KEYRING: Keyring = parseKeyring(TEST_SLEUTELS);
