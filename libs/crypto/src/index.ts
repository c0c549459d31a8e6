export { emailIndex } from './email-index.js';
export { blindIndex } from './blind-index.js';
export { generateKey, parseKeyring, type Keyring } from './keyring.js';
export { isSealed, isSealedWithCurrent, open, openBytes, seal, sealBytes, type SealedBytes } from './seal.js';
