import { Uuid, type BerichtRegel } from '@maatwerktraject/contracts';
import type { Keyring } from '@maatwerktraject/crypto';
import { ontzegel, type BerichtStatus } from '@maatwerktraject/database';
import type { Berichtsoort } from '@maatwerktraject/domain';
import { z } from 'zod';
import type { Db } from '../database/scoped.database.js';
import { leesCursor, Moment, momentSql, type Gelezen, type Paginavraag } from '../http/pagina.js';
import type { Titels } from './onderwerp.js';
import type { TrajectRij } from './traject.query.js';

export interface BerichtRij {
  readonly id: string;
  readonly soort: Berichtsoort;
  readonly stap: string;
  readonly onderwerp: string;
  readonly aan: string;
  readonly naam: string | null;
  readonly email: string | null;
  /** Of whom the recipient stands in for. */
  readonly namens: string | null;
  readonly status: BerichtStatus;
  readonly op: Date;
  readonly verzonden_op: Date | null;
  readonly pogingen: number;
  readonly message_id: string | null;
  readonly toelichting: string | null;
}

const SOORTEN: Readonly<Record<Berichtsoort, string>> = {
  'taak-geopend': 'Nieuwe taak',
  'herinnering-voor': 'Herinnering vooraf',
  'herinnering-op': 'Herinnering op de dag zelf',
  'herinnering-na': 'Herinnering achteraf',
  escalatie: 'Te laat, aan de adviseur',
  'check-in-week': 'Gesprek deze week',
  'stap-ingeleverd': 'Klaar voor akkoord',
  'akkoord-herinnering': 'Wacht op akkoord',
  'traject-afgerond': 'Traject afgerond',
  'escalatie-leider': 'Lang te laat, aan de leider van het cohort',
  'akkoord-gevraagd': 'Akkoord gevraagd',
  'akkoord-gevraagd-na': 'Akkoord nog eens gevraagd',
  'taak-teruggestuurd': 'Taak teruggestuurd',
  weekoverzicht: 'Weekoverzicht',
  'traject-gepauzeerd': 'Traject gepauzeerd',
  'traject-hervat': 'Traject gaat verder',
  'traject-teruggetrokken': 'Traject gestopt',
};

/** Why a mail did not simply leave, for when the outbox itself gave no reason. */
const REDENEN: Readonly<Partial<Record<BerichtStatus, string>>> = {
  vervallen: 'Niet verzonden: de mail was niet meer nodig.',
  samengevoegd: 'Niet apart verzonden: dit staat in het weekoverzicht.',
  overgeslagen: 'Niet verzonden: het moment was al voorbij.',
  mislukt: 'Niet verzonden: de mailserver nam de mail niet aan.',
  aangehouden: 'Nog niet verzonden: het adres werkt niet. De mail wacht tot iemand dat heeft verholpen.',
  onbekend: 'Niet zeker of de mail is aangekomen. Vraag het na bij de ontvanger.',
};

interface Persoon {
  readonly naam: string;
  readonly email: string;
}

/** To whom goes what is for no contactpersoon, as it is now. */
export type Begeleiding = Readonly<Record<'adviseur' | 'leider', Persoon>>;

/** Whom a mail is for, in readable form; null when that person is no longer there. */
function ontvangerVan(rij: BerichtRij, keyring: Keyring, begeleiding: Begeleiding): BerichtRegel['aan'] {
  if (rij.aan === 'adviseur' || rij.aan === 'leider') {
    const { naam, email } = begeleiding[rij.aan];
    return { naam, email };
  }
  if (rij.naam === null || rij.email === null) return null;
  return {
    naam: ontzegel(keyring, 'contactpersoon.naam', rij.naam),
    email: ontzegel(keyring, 'contactpersoon.email', rij.email),
  };
}

export function berichtRegel(
  rij: BerichtRij,
  titels: Titels,
  keyring: Keyring,
  begeleiding: Begeleiding,
): BerichtRegel {
  return {
    id: rij.id,
    soort: rij.soort,
    stap: rij.stap,
    onderwerp: rij.onderwerp,
    titel: `${SOORTEN[rij.soort]}: ${titels.onderwerp(rij.stap, rij.onderwerp)}`,
    aan: ontvangerVan(rij, keyring, begeleiding),
    namens: rij.namens === null ? null : ontzegel(keyring, 'contactpersoon.naam', rij.namens),
    status: rij.status,
    op: rij.op.toISOString(),
    verzondenOp: rij.verzonden_op?.toISOString() ?? null,
    pogingen: rij.pogingen,
    messageId: rij.message_id,
    toelichting: rij.toelichting ?? REDENEN[rij.status] ?? null,
  };
}

/** Such a row with its place in the list. */
export interface BerichtInLijst extends BerichtRij {
  readonly plaats_op: string;
  readonly gemaakt: string;
}

const Plaats = z.tuple([Moment, Moment, Uuid]);

export const plaatsVanBericht = (rij: BerichtInLijst): z.infer<typeof Plaats> => [
  rij.plaats_op,
  rij.gemaakt,
  rij.id,
];

/** The mail log of a traject, in the order of the plan. */
export async function leesBerichten(
  db: Db,
  traject: TrajectRij,
  { limiet, na, status = null }: Paginavraag & { readonly status?: BerichtStatus | null | undefined },
): Promise<Gelezen<BerichtInLijst>> {
  const [op = null, gemaakt = null, id = null] = leesCursor(na, Plaats) ?? [];
  const rijen = await db.query<BerichtInLijst[]>(
    `SELECT b.*, ${momentSql('b.op')} AS plaats_op, ${momentSql('b.created_at')} AS gemaakt,
            p.naam, p.email, n.naam AS namens
       FROM bericht b LEFT JOIN contactpersoon p ON p.id = b.contactpersoon_id
       LEFT JOIN contactpersoon n ON n.id = b.namens_id
      WHERE b.traject_id = $1 AND ($6::text IS NULL OR b.status = $6)
        AND ($4::uuid IS NULL OR (b.op, b.created_at, b.id) > ($2::timestamptz, $3::timestamptz, $4::uuid))
      ORDER BY b.op, b.created_at, b.id LIMIT $5`,
    [traject.id, op, gemaakt, id, limiet + 1, status],
  );
  const [geteld] = await db.query<{ aantal: number }[]>(
    'SELECT count(*) AS aantal FROM bericht WHERE traject_id = $1 AND ($2::text IS NULL OR status = $2)',
    [traject.id, status],
  );
  return { rijen, totaal: geteld?.aantal ?? 0 };
}
