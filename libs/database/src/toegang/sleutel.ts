import { createHash, randomBytes } from 'node:crypto';

/** A token of a service starts with this, so that a scan for lost secrets knows it. */
export const DIENST_BEGIN = 'mwt_';

const FORM = /^[A-Za-z0-9_-]{43}$/;

/** A new secret: 256 random bits, 43 characters of base64url. */
export const nieuweSleutel = (): string => randomBytes(32).toString('base64url');

/** What is kept of a secret. A hash without salt does: nobody guesses 256 random bits. */
export const hashVan = (sleutel: string): Buffer => createHash('sha256').update(sleutel).digest();

/** Whether a text can be one of our secrets; the rest is not looked up at all. */
export const isSleutel = (tekst: string): boolean => FORM.test(tekst);
