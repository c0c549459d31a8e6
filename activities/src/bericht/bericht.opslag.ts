import { createHash } from 'node:crypto';
import type { Keyring } from '@maatwerktraject/crypto';
import { ontzegel } from '@maatwerktraject/database';
import {
  extraTaak,
  HERINNERINGSOORTEN,
  lokaleTijd,
  NIVEAUS,
  type Berichtsoort,
  type Geadresseerde,
  type ExtraOpdracht,
  type Niveau,
  type Sjabloon,
  type Uitvoerder,
} from '@maatwerktraject/domain';
import type { DataSource } from 'typeorm';
import type { BerichtGegevens } from './bericht.tekst.js';
import type { Kennismaking } from './kennismaking.tekst.js';
import { leesOverzichten, type Overzicht } from './bericht.overzicht.js';
import { spreidMail } from './bericht.spreiding.js';
import { createVerwerking, sluitAchtergebleven } from './bericht.verwerking.js';
import { cohortenBuitenMailtijd, tijdIn, type KlokKolommen } from './mailtijd.js';
import { createSjabloonBron } from './sjabloon.bron.js';

/** A mail that this process has claimed, with all that is needed to send it. */
export interface Geclaimd {
  readonly id: string;
  readonly messageId: string;
  readonly pogingen: number;
  readonly oefen: boolean;
  readonly aan: { readonly naam: string; readonly email: string };
  readonly gegevens: BerichtGegevens;
  /** False when what it says is no longer true: the taak was handed in, the stap approved. */
  readonly geldig: boolean;
  /** True for a reminder whose day is over: it would speak of another day than the one on which it is read. */
  readonly verlopen: boolean;
}

/** Sealed; `gegeven_naam` is what whoever let him in called him. */
interface Account {
  readonly gegeven_naam: string | null;
  readonly naam: string;
  readonly email: string;
}

interface Rij extends KlokKolommen {
  id: string;
  sleutel: string;
  soort: Berichtsoort;
  stap: string;
  onderwerp: string;
  uitvoerder: Geadresseerde;
  oefen: boolean;
  pogingen: number;
  op: Date;
  traject_id: string;
  contactpersoon_id: string | null;
  gemeente: string;
  sjabloon_sleutel: string;
  sjabloon_versie: number;
  adviseur_naam: string;
  adviseur_email: string;
  /** Who guides this traject, and who leads the cohort, when that is somebody else. */
  begeleider: Account | null;
  leider: Account | null;
  /** Of whom the recipient stands in for. */
  namens: string | null;
  naam: string | null;
  email: string | null;
  niveau: Niveau | null;
  vervalt_op: string | null;
  /** Of an extra taak. */
  opdracht: ExtraOpdracht | null;
  geldig: boolean;
  /** Of whom it is, when he has had no mail about this traject yet; null otherwise. */
  eerste: { niveau: Niveau; hoofdcontact: boolean; bezet: Niveau[] } | null;
}

/** Whether a mail still says something true, by the state of what it is about, to somebody who is there and was not erased. */
const GELDIG = `CASE
  WHEN coalesce(p.email, l.wie ->> 'email', a.wie ->> 'email', c.adviseur_email) = '' THEN false
  WHEN p.vertrekt_op <= dag_van_cohort(b.cohort_id) THEN false
  WHEN b.soort = 'traject-gepauzeerd' THEN t.status = 'gepauzeerd'
  WHEN b.soort = 'traject-teruggetrokken' THEN t.status = 'teruggetrokken'
  WHEN b.soort = 'traject-hervat' THEN t.status = 'lopend'
  WHEN b.soort = 'traject-afgerond' THEN t.status = 'afgerond'
  WHEN t.status IN ('gepauzeerd', 'teruggetrokken') THEN false
  WHEN b.soort IN ('taak-geopend', 'herinnering-voor', 'herinnering-op', 'herinnering-na', 'escalatie', 'escalatie-leider',
                   'taak-teruggestuurd') THEN ta.status = 'open'
  WHEN b.soort IN ('akkoord-gevraagd', 'akkoord-gevraagd-na') THEN ta.status = 'wacht-op-akkoord'
  WHEN b.soort = 'check-in-week' THEN ci.status = 'gepland'
  WHEN b.soort IN ('stap-ingeleverd', 'akkoord-herinnering') THEN st.status = 'wacht-op-akkoord'
  ELSE true END`;

/** Of who gets the first of his mails about a traject, of those of one moment the one that is due first: for which taken he is there, also those of a niveau without anyone: as `doet_taak` decides. */
const EERSTE = `CASE WHEN b.soort IN ('taak-geopend', 'weekoverzicht') AND NOT EXISTS (
    SELECT FROM bericht v LEFT JOIN taak tv ON tv.id = concat_ws('.', v.traject_id::text, v.stap, v.onderwerp)
     WHERE v.contactpersoon_id = b.contactpersoon_id
       AND (v.op, coalesce(tv.vervalt_op, 'infinity'), v.id) < (b.op, coalesce(ta.vervalt_op, 'infinity'), b.id)
       AND v.status IN ('wacht', 'bezig', 'verzonden', 'onbekend'))
  THEN jsonb_build_object('niveau', p.niveau, 'hoofdcontact', p.hoofdcontact, 'bezet',
    (SELECT jsonb_agg(DISTINCT n.niveau) FROM contactpersoon n WHERE n.traject_id = b.traject_id AND n.account_id IS NOT NULL
        AND (n.vertrekt_op IS NULL OR n.vertrekt_op > dag_van_cohort(n.cohort_id)))) END`;

/** Of the mail `b`: what is wrong with the address that it goes to; null when it can go. */
const PROBLEEM = 'adresprobleem_van(b.contactpersoon_id, b.cohort_id, b.oefen)';

const CLAIM = `
  WITH gekozen AS (
    SELECT id FROM bericht b WHERE status = 'wacht' AND volgende_poging_op <= now() AND (oefen OR NOT cohort_id = ANY($3))
       AND (oefen OR pogingen > 0 OR gespreid_tot IS NOT NULL OR NOT $4) AND ${PROBLEEM} IS NULL
     ORDER BY volgende_poging_op, id LIMIT $2 FOR UPDATE SKIP LOCKED
  ), geclaimd AS (
    UPDATE bericht SET status = 'bezig', geclaimd_door = $1, geclaimd_op = now(), pogingen = pogingen + 1, toelichting = NULL
     WHERE id IN (SELECT id FROM gekozen) RETURNING *
  )
  SELECT b.id, b.sleutel, b.soort, b.stap, b.onderwerp, b.aan AS uitvoerder, b.oefen, b.pogingen, b.op, b.traject_id, b.contactpersoon_id,
         g.naam AS gemeente, c.sjabloon_sleutel, coalesce(t.sjabloon_versie, c.sjabloon_versie) AS sjabloon_versie,
         c.adviseur_naam, c.adviseur_email, c.klok_echt, c.klok_domein, c.klok_factor, a.wie AS begeleider, l.wie AS leider,
         ta.vervalt_op, opdracht_bij(ta.opdracht_id) AS opdracht, nullif(na.naam, '') AS namens, p.naam, p.email, p.niveau, ${GELDIG} AS geldig, ${EERSTE} AS eerste
    FROM geclaimd b
    JOIN traject t ON t.id = b.traject_id JOIN gemeente g ON g.code = t.gemeente_code
    JOIN cohort c ON c.id = b.cohort_id
    LEFT JOIN contactpersoon p ON p.id = b.contactpersoon_id
    LEFT JOIN contactpersoon na ON na.id = b.namens_id
    LEFT JOIN LATERAL (SELECT to_jsonb(v) AS wie FROM adviseur_van(t.id) v WHERE t.adviseur_account_id IS NOT NULL) a ON true
    LEFT JOIN LATERAL (SELECT to_jsonb(v) AS wie FROM leider_van(c.id) v
                        WHERE b.aan = 'leider' AND c.leider_account_id IS NOT NULL) l ON true
    LEFT JOIN taak ta ON ta.id = concat_ws('.', b.traject_id::text, b.stap, b.onderwerp)
    LEFT JOIN check_in ci ON ci.traject_id = b.traject_id AND ci.sleutel = b.onderwerp
    LEFT JOIN stap st ON st.traject_id = b.traject_id AND st.sleutel = b.stap
   ORDER BY b.op, ta.vervalt_op NULLS LAST, b.id`;

/** The same key always gives the same Message-ID, so that a mail can be recognised wherever it is. */
export function messageIdVan(sleutel: string, domein: string): string {
  return `<${createHash('sha256').update(sleutel).digest('hex').slice(0, 40)}@${domein}>`;
}

interface Persoon {
  readonly naam: string;
  readonly email: string;
}

const uitAccount = (keyring: Keyring, { gegeven_naam, naam, email }: Account): Persoon => ({
  naam:
    gegeven_naam === null
      ? ontzegel(keyring, 'account.naam', naam)
      : ontzegel(keyring, 'toekenning.naam', gegeven_naam),
  email: ontzegel(keyring, 'account.email', email),
});

/** The people of a mail in readable form: only here, at the moment of sending. */
function personenVan(rij: Rij, keyring: Keyring): { adviseur: Persoon; ontvanger: Persoon } {
  const adviseur = rij.begeleider
    ? uitAccount(keyring, rij.begeleider)
    : {
        naam: ontzegel(keyring, 'cohort.adviseur_naam', rij.adviseur_naam),
        email: ontzegel(keyring, 'cohort.adviseur_email', rij.adviseur_email),
      };
  if (rij.naam === null || rij.email === null)
    return { adviseur, ontvanger: rij.leider ? uitAccount(keyring, rij.leider) : adviseur };
  return {
    adviseur,
    ontvanger: {
      naam: ontzegel(keyring, 'contactpersoon.naam', rij.naam),
      email: ontzegel(keyring, 'contactpersoon.email', rij.email),
    },
  };
}

/** How long the traject is, and what of it is for this person. */
function kennismakingVan({ eerste }: Rij, { stappen }: Sjabloon): Kennismaking | null {
  if (!eerste) return null;
  const { niveau, hoofdcontact, bezet } = eerste;
  const eigen = NIVEAUS.filter((een) => een === niveau || (hoofdcontact && !bezet.includes(een)));
  const uitvoerders: readonly Uitvoerder[] = hoofdcontact ? ['hoofdcontact', ...eigen] : eigen;
  const som = (getallen: readonly number[]): number => getallen.reduce((samen, een) => samen + een, 0);
  return {
    aantalStappen: stappen.length,
    weken: som(stappen.map(({ vensterWeken }) => vensterWeken)),
    eigenMinuten: som(
      stappen.flatMap(({ taken }) =>
        taken.flatMap(({ minuten }) => uitvoerders.map((een) => minuten[een] ?? 0)),
      ),
    ),
  };
}

/** For which niveau a taak is, to who does it for want of anybody else: that person may have the same taak several times. */
const inPlaatsVan = ({ niveau }: Rij, uitvoerder: string): string =>
  niveau !== null && niveau !== uitvoerder && (NIVEAUS as readonly string[]).includes(uitvoerder)
    ? ` (${uitvoerder})`
    : '';

function gegevensVan(rij: Rij, sjabloon: Sjabloon, { publicUrl, keyring }: BerichtOpties): BerichtGegevens {
  const { adviseur, ontvanger } = personenVan(rij, keyring);
  const nummer = sjabloon.stappen.findIndex(({ sleutel }) => sleutel === rij.stap);
  const stap = sjabloon.stappen[nummer];
  if (!stap) throw new Error(`sjabloon zonder stap ${rij.stap}`);
  const [taakSleutel = '', uitvoerder = ''] = rij.onderwerp.split('.');
  const taak = rij.opdracht
    ? extraTaak(taakSleutel, uitvoerder as Uitvoerder, rij.opdracht)
    : stap.taken.find(({ sleutel }) => sleutel === taakSleutel);
  const checkIn = stap.checkIns.find(({ sleutel }) => sleutel === rij.onderwerp);
  const naarTaak = taak && rij.soort !== 'escalatie';
  return {
    soort: rij.soort,
    ontvanger: ontvanger.naam,
    gemeente: rij.gemeente,
    stapNummer: nummer + 1,
    aantalStappen: sjabloon.stappen.length,
    stapTitel: stap.titel,
    titel: taak ? `${taak.titel}${inPlaatsVan(rij, uitvoerder)}` : (checkIn?.titel ?? stap.titel),
    uitleg: taak?.uitleg ?? '',
    minuten: taak?.minuten[uitvoerder as Uitvoerder] ?? null,
    vervaltOp: rij.vervalt_op,
    link: naarTaak
      ? `${publicUrl}/taken/${rij.traject_id}.${rij.stap}.${rij.onderwerp}`
      : `${publicUrl}/${rij.naam === null ? 'trajecten' : 'mijn'}/${rij.traject_id}`,
    adviseur: `${adviseur.naam}, ${adviseur.email}`,
    aanAdviseur: rij.naam === null,
    namens: rij.namens === null ? null : ontzegel(keyring, 'contactpersoon.naam', rij.namens),
    oefen: rij.oefen,
    kennismaking: kennismakingVan(rij, sjabloon),
    op: rij.op.getTime(),
  };
}

/** A weekoverzicht among the mail: what is in it is looked up when it leaves. */
const overzichtVan = (rij: Rij): Overzicht[] =>
  rij.soort === 'weekoverzicht' && rij.contactpersoon_id !== null
    ? [
        {
          id: rij.id,
          trajectId: rij.traject_id,
          contactpersoonId: rij.contactpersoon_id,
          vandaag: lokaleTijd(rij.op.getTime()).datum,
        },
      ]
    : [];

const dag = (instant: number): string => lokaleTijd(instant).datum;

/** What the outbox needs to know besides the database; `nu` gives the time in ms, the computer's own where absent. */
export interface BerichtOpties {
  readonly publicUrl: string;
  readonly mailDomein: string;
  /** Opens names and addresses. */
  readonly keyring: Keyring;
  readonly nu?: () => number;
  /** Over how many minutes real mail of one morning is spread; 0, and by default, not at all. */
  readonly spreidingMinuten?: number;
}

/** The outbox, as the postbode uses it. */
export function createBerichtOpslag(database: DataSource, opties: BerichtOpties) {
  const zet = (id: string, status: string, toelichting: string | null): Promise<unknown> =>
    database.query(
      `UPDATE bericht SET status = $2, toelichting = $3, verzonden_op = CASE WHEN $2 = 'verzonden' THEN now() END WHERE id = $1 AND status = 'bezig'`,
      [id, status, toelichting],
    );
  const sjabloonVan = createSjabloonBron(database);
  return {
    /** Claims up to `aantal` mails for the process `wie`; they are marked before anything leaves. */
    async claim(wie: string, aantal: number): Promise<Geclaimd[]> {
      const nu = opties.nu?.() ?? Date.now();
      const buitenMailtijd = await cohortenBuitenMailtijd(database, nu);
      const breedte = opties.spreidingMinuten ?? 0;
      if (breedte > 0) await spreidMail(database, breedte);
      const rijen = await database.query<Rij[]>(CLAIM, [wie, aantal, buitenMailtijd, breedte > 0]);
      const openVan = await leesOverzichten(database, rijen.flatMap(overzichtVan));
      const alsMail = async (rij: Rij): Promise<Geclaimd> => {
        const sjabloon = await sjabloonVan(rij.sjabloon_sleutel, rij.sjabloon_versie);
        const openTaken = openVan(rij.id, sjabloon, opties.publicUrl);
        return {
          id: rij.id,
          messageId: messageIdVan(rij.sleutel, opties.mailDomein),
          pogingen: rij.pogingen,
          oefen: rij.oefen,
          aan: personenVan(rij, opties.keyring).ontvanger,
          gegevens: { ...gegevensVan(rij, sjabloon, opties), openTaken },
          geldig: rij.geldig && (rij.soort !== 'weekoverzicht' || openTaken.length > 0),
          verlopen:
            !rij.oefen &&
            HERINNERINGSOORTEN.includes(rij.soort) &&
            dag(tijdIn(rij, nu)) > dag(rij.op.getTime()),
        };
      };
      return Promise.all(rijen.map(alsMail));
    },

    overgeslagen: (id: string) =>
      zet(id, 'overgeslagen', 'Het moment was al voorbij: de mail kon die dag niet worden verstuurd.'),

    vervallen: (id: string) =>
      zet(id, 'vervallen', 'Niet meer nodig: het was al gedaan, of de ontvanger is er niet meer.'),

    verwerk: createVerwerking(database, opties.keyring),

    /** Holds what would go to an address that does not work; it is not claimed meanwhile. */
    async houdAan(): Promise<void> {
      await database.query(
        `UPDATE bericht SET status = 'aangehouden', adresprobleem_id = k.probleem,
                toelichting = 'Dit adres werkt niet. De mail wacht tot iemand dat heeft verholpen.'
           FROM (SELECT id, ${PROBLEEM} AS probleem FROM bericht b
                  WHERE status = 'wacht' AND volgende_poging_op <= now()
                    AND EXISTS (SELECT FROM adresprobleem WHERE opgelost_op IS NULL)) AS k
          WHERE k.id = bericht.id AND k.probleem IS NOT NULL AND status = 'wacht'`,
      );
    },

    /** Mail that was on its way in a process that is gone: nobody knows whether it arrived. */
    async markeerAchtergebleven(): Promise<number> {
      const rijen = await database.query<{ geclaimd_door: string }[]>(
        `SELECT DISTINCT geclaimd_door FROM bericht WHERE status = 'bezig'`,
      );
      let aantal = 0;
      for (const { geclaimd_door: wie } of rijen) {
        // A living postbode holds this lock; it falls away with its connection.
        const [slot] = await database.query<{ weg: boolean }[]>(
          `SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0)) AS weg`,
          [wie],
        );
        if (!slot?.weg) continue;
        aantal += await sluitAchtergebleven(database, opties.keyring, wie);
      }
      return aantal;
    },

    /** Practice mail of which it is not known whether it arrived, and which may be asked after by now. */
    async onbekendeOefenmail(): Promise<{ id: string; messageId: string }[]> {
      const rijen = await database.query<{ id: string; sleutel: string }[]>(
        `SELECT id, sleutel FROM bericht WHERE status = 'onbekend' AND oefen AND volgende_poging_op <= now() ORDER BY op LIMIT 100`,
      );
      return rijen.map(({ id, sleutel }) => ({ id, messageId: messageIdVan(sleutel, opties.mailDomein) }));
    },

    /** What the practice mailbox said about such a mail. */
    async beslis(id: string, messageId: string, aangekomen: boolean): Promise<void> {
      await database.query(
        aangekomen
          ? `UPDATE bericht SET status = 'verzonden', verzonden_op = now(), message_id = $2,
                    toelichting = 'Nagevraagd bij het oefenpostvak: de mail is aangekomen.' WHERE id = $1 AND status = 'onbekend'`
          : `UPDATE bericht SET status = 'wacht', volgende_poging_op = now(), message_id = $2 WHERE id = $1 AND status = 'onbekend'`,
        [id, messageId],
      );
    },
  };
}

export type BerichtOpslag = ReturnType<typeof createBerichtOpslag>;
