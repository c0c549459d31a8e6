import { generateKey } from '@maatwerktraject/crypto';
import { stopWith } from './failure.js';

/** A first keyring, or with a name one entry to add to a keyring. Written to the output alone: nothing is kept. */
const make = (name: string | undefined): string =>
  name === undefined ? `${generateKey('sleutel-1')},${generateKey('index')}` : generateKey(name);

try {
  console.log(make(process.argv[2]));
} catch (error) {
  stopWith([error instanceof Error ? error.message : String(error)]);
}
