import { blindIndex } from './blind-index.js';
import type { Keyring } from './keyring.js';

/** What two ways of typing one mail address have in common. */
const normalise = (email: string): string => email.trim().normalize('NFC').toLowerCase();

/** The stand-in by which a person is found by mail address, 32 bytes; capitals and white space do not matter. */
export const emailIndex = (keyring: Keyring, email: string): Buffer =>
  blindIndex(keyring, normalise(email), 'account.email');
