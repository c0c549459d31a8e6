import { hashVan, nieuweSleutel, SESSIE_COOKIE } from '@maatwerktraject/database';
import { maakAccount } from '@maatwerktraject/testing/services';
import { TWEEDE_FACTOR_COOKIE } from '../toegang/sessie.cookie.js';
import type { Antwoord, TestApi } from './api.js';
import { type Authenticator } from './authenticator.js';
import { gezetteCookies } from './rauw.js';
import type { PasskeyVraag } from '@maatwerktraject/contracts';

/** A contactpersoon with this address; gives the account. */
export async function maakContact({ database }: TestApi, email: string): Promise<string> {
  const account = await maakAccount(database, email);
  await database.query(
    `INSERT INTO contactpersoon (id, traject_id, naam, email, niveau, hoofdcontact, account_id)
     SELECT gen_random_uuid(), id, '', '', 'beleid', false, $1 FROM traject LIMIT 1`,
    [account],
  );
  return account;
}

/** Uses a link that was mailed to this account. */
export async function gebruikLink(api: TestApi, account: string, naar = '/mijn'): Promise<Antwoord> {
  const sleutel = nieuweSleutel();
  await api.database.query(
    `INSERT INTO aanmeldlink (account_id, naar, status, sleutel_hash, vervalt_op)
     VALUES ($1, $2, 'verzonden', $3, now() + interval '20 minutes')`,
    [account, naar, hashVan(sleutel)],
  );
  return api.vraag('POST', '/aanmeldlinks/gebruik', { rol: null, inhoud: { sleutel } });
}

const cookieUit =
  (naam: string) =>
  ({ headers }: Antwoord): string => {
    const waarde = gezetteCookies(headers).get(naam)?.waarde;
    return waarde ? `${naam}=${waarde}` : '';
  };
/** The Cookie header for the session, or for the second step, that an answer begins; empty when it begins none. */
export const sessieUit = cookieUit(SESSIE_COOKIE);
export const bewijsUit = cookieUit(TWEEDE_FACTOR_COOKIE);

/** Logs in with a link, which must be enough; gives the Cookie header. */
export async function meldAanMetLink(api: TestApi, account: string): Promise<string> {
  const sessie = sessieUit(await gebruikLink(api, account));
  if (sessie === '') throw new Error('the link was not enough');
  return sessie;
}

export async function stelVraag(
  api: TestApi,
  als: string,
  pad = '/ik/passkeys/vraag',
): Promise<PasskeyVraag> {
  const { status, json, tekst } = await api.vraag('POST', pad, { als });
  if (status !== 200) throw new Error(`${pad}: ${String(status)} ${tekst}`);
  return json as PasskeyVraag;
}

/** Adds a passkey in this session; gives the device, the ID of the passkey and the session as it goes on. */
export async function voegPasskeyToe(
  api: TestApi,
  als: string,
  apparaat: Authenticator,
): Promise<{ id: string; als: string }> {
  const antwoord = apparaat.maak(await stelVraag(api, als));
  const klaar = await api.vraag('POST', '/ik/passkeys', { als, inhoud: { naam: 'Telefoon', antwoord } });
  if (klaar.status !== 201) throw new Error(`passkey: ${String(klaar.status)} ${klaar.tekst}`);
  return { id: (klaar.json as { id: string }).id, als: sessieUit(klaar) };
}
