import { parseKeyring, type Keyring } from '@maatwerktraject/crypto';

const sleutel = (id: string, byte: number): string => `${id}:${Buffer.alloc(32, byte).toString('base64url')}`;
const INDEX = sleutel('index', 9);

/** The key that recorded histories begin with. Known to all, so good for tests alone. */
export const EERST: Keyring = parseKeyring(`${sleutel('een', 1)},${INDEX}`);

/** Keys of another installation: open nothing of what `EERST` sealed. */
export const VREEMD: Keyring = parseKeyring(`${sleutel('vreemd', 3)},${INDEX}`);

/** After a rotation: seals with another key, opens with both. */
export const GEDRAAID: Keyring = parseKeyring(`${sleutel('twee', 2)},${sleutel('een', 1)},${INDEX}`);
