import type { MijnGegevens } from '@maatwerktraject/contracts';
import { emailIndex, type Keyring } from '@maatwerktraject/crypto';
import { ontzegel } from '@maatwerktraject/database';
import { woordenVan } from '../bezorging/bericht.detail.query.js';
import type { Db } from '../database/scoped.database.js';
import { leesBeveiliging, type Beveiliging } from '../passkey/passkey.query.js';

/** As the database gives it: names and addresses are sealed. */
type Opgeslagen = Omit<MijnGegevens, 'gemaaktOp' | 'uitleg' | 'ontvangers'>;
type Contactpersoon = Opgeslagen['contactpersonen'][number];
type Deelname = Pick<Contactpersoon, 'id' | 'weekoverzicht' | 'vertrektOp' | 'vervangerVan' | 'vervangerTot'>;
type Bezorging = Pick<MijnGegevens, 'mailpogingen' | 'adresproblemen'>;
type InFunctie = Omit<
  Opgeslagen,
  keyof Beveiliging | keyof Bezorging | 'uitnodigingen' | 'contactpersonen' | 'bijeenkomsten'
> & {
  readonly contactpersonen: readonly (Omit<Contactpersoon, keyof Deelname> & Pick<Deelname, 'id'>)[];
};

/** Everything that is stored about the caller, readable. */
export async function leesMijnGegevens(db: Db, keyring: Keyring): Promise<Opgeslagen> {
  const [rij] = await db.query<{ gegevens: InFunctie }[]>('SELECT mijn_gegevens() AS gegevens');
  if (!rij) throw new Error('no data of the caller');
  const { account, toekenningen, contactpersonen, cohorten, ...rest } = rij.gegevens;
  const email = account.email === null ? null : ontzegel(keyring, 'account.email', account.email);
  const vanMij = email === null ? undefined : emailIndex(keyring, email);
  const deelnames = await leesDeelnames(db);
  return {
    ...rest,
    ...(await leesBeveiliging(db)),
    uitnodigingen: await leesUitnodigingen(db),
    ...(await leesBezorging(db, keyring)),
    bijeenkomsten: await leesBijeenkomsten(db),
    account: { ...account, naam: ontzegel(keyring, 'account.naam', account.naam), email },
    toekenningen: toekenningen.map(({ naam, ...toekenning }) => ({
      ...toekenning,
      naam: naam === null ? null : ontzegel(keyring, 'toekenning.naam', naam),
    })),
    contactpersonen: contactpersonen.map((persoon) => ({
      ...persoon,
      ...deelnameVan(deelnames, persoon.id),
      naam: ontzegel(keyring, 'contactpersoon.naam', persoon.naam),
      email: ontzegel(keyring, 'contactpersoon.email', persoon.email),
    })),
    cohorten: cohorten
      .map((cohort) => ({
        ...cohort,
        naam: ontzegel(keyring, 'cohort.adviseur_naam', cohort.naam),
        email: ontzegel(keyring, 'cohort.adviseur_email', cohort.email),
      }))
      // Somebody else may be the one that the mails of this cohort name.
      .filter((cohort) => vanMij !== undefined && emailIndex(keyring, cohort.email).equals(vanMij)),
  };
}

async function leesDeelnames(db: Db): Promise<readonly Deelname[]> {
  const [rij] = await db.query<{ mijn: Deelname[] }[]>('SELECT mijn_deelname() AS mijn');
  return rij?.mijn ?? [];
}

function deelnameVan(deelnames: readonly Deelname[], id: string): Deelname {
  const deelname = deelnames.find((een) => een.id === id);
  if (!deelname) throw new Error(`no contactpersoon ${id}`);
  return deelname;
}

async function leesUitnodigingen(db: Db): Promise<MijnGegevens['uitnodigingen']> {
  const [rij] = await db.query<{ mijn: MijnGegevens['uitnodigingen'] }[]>(
    'SELECT mijn_uitnodigingen() AS mijn',
  );
  if (!rij) throw new Error('no invitations of the caller');
  return rij.mijn;
}

/** What mail servers said about mail to the caller. */
async function leesBezorging(db: Db, keyring: Keyring): Promise<Bezorging> {
  const [rij] = await db.query<
    { mijn: { pogingen: Bezorging['mailpogingen']; adresproblemen: Bezorging['adresproblemen'] } }[]
  >('SELECT mijn_bezorging() AS mijn');
  if (!rij) throw new Error('no deliveries of the caller');
  return {
    mailpogingen: rij.mijn.pogingen.map((poging) => ({
      ...poging,
      antwoord: woordenVan(keyring, 'bericht_poging.antwoord', poging.antwoord),
      nagekomen: woordenVan(keyring, 'bericht_poging.nagekomen', poging.nagekomen),
    })),
    adresproblemen: rij.mijn.adresproblemen.map((probleem) => ({
      ...probleem,
      woorden: woordenVan(keyring, 'adresprobleem.woorden', probleem.woorden),
    })),
  };
}

async function leesBijeenkomsten(db: Db): Promise<MijnGegevens['bijeenkomsten']> {
  const [rij] = await db.query<{ mijn: MijnGegevens['bijeenkomsten'] }[]>('SELECT mijn_genodigden() AS mijn');
  if (!rij) throw new Error('no meetings of the caller');
  return rij.mijn;
}
