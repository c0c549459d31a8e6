import { createHash } from 'node:crypto';
import type { Keyring } from '@maatwerktraject/crypto';
import { ontzegel } from '@maatwerktraject/database';
import {
  eersteVerzendmoment,
  HERINNERINGSOORTEN,
  lokaleTijd,
  NIVEAUS,
  type Berichtsoort,
  type Geadresseerde,
  type Niveau,
  type Sjabloon,
  type Uitvoerder,
} from '@maatwerktraject/domain';
import type { DataSource } from 'typeorm';
import type { BerichtGegevens } from './bericht.tekst.js';
import type { Kennismaking } from './kennismaking.tekst.js';
import type { Verzending } from './smtp.verzender.js';

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

interface Rij {
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
  gemeente: string;
  definitie: Sjabloon;
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
  geldig: boolean;
  /** Of whom it is, when he has had no mail about this traject yet; null otherwise. */
  eerste: { niveau: Niveau; hoofdcontact: boolean; bezet: Niveau[] } | null;
}

/** Whether a mail still says something true, by the state of what it is about, to somebody who is there and was not erased. */
const GELDIG = `CASE
  WHEN coalesce(p.email, l.wie ->> 'email', a.wie ->> 'email', c.adviseur_email) = '' THEN false
  WHEN p.vertrekt_op <= dag_van_cohort(b.cohort_id) THEN false
  WHEN b.soort IN ('taak-geopend', 'herinnering-voor', 'herinnering-op', 'herinnering-na', 'escalatie') THEN ta.status = 'open'
  WHEN b.soort = 'check-in-week' THEN ci.status = 'gepland'
  WHEN b.soort IN ('stap-ingeleverd', 'akkoord-herinnering') THEN st.status = 'wacht-op-akkoord'
  ELSE true END`;

/** Of who gets the first of his mails about a traject, of those of one moment the one that is due first: for which taken he is there, also those of a niveau without anyone: as `doet_taak` decides. */
const EERSTE = `CASE WHEN b.soort = 'taak-geopend' AND NOT EXISTS (
    SELECT FROM bericht v LEFT JOIN taak tv ON tv.id = concat_ws('.', v.traject_id::text, v.stap, v.onderwerp)
     WHERE v.contactpersoon_id = b.contactpersoon_id
       AND (v.op, coalesce(tv.vervalt_op, 'infinity'), v.id) < (b.op, coalesce(ta.vervalt_op, 'infinity'), b.id)
       AND v.status IN ('wacht', 'bezig', 'verzonden', 'onbekend'))
  THEN jsonb_build_object('niveau', p.niveau, 'hoofdcontact', p.hoofdcontact, 'bezet',
    (SELECT jsonb_agg(DISTINCT n.niveau) FROM contactpersoon n WHERE n.traject_id = b.traject_id AND n.account_id IS NOT NULL
        AND (n.vertrekt_op IS NULL OR n.vertrekt_op > dag_van_cohort(n.cohort_id)))) END`;

const CLAIM = `
  WITH gekozen AS (
    SELECT id FROM bericht WHERE status = 'wacht' AND volgende_poging_op <= now() AND (oefen OR $3)
     ORDER BY volgende_poging_op, id LIMIT $2 FOR UPDATE SKIP LOCKED
  ), geclaimd AS (
    UPDATE bericht SET status = 'bezig', geclaimd_door = $1, pogingen = pogingen + 1, toelichting = NULL
     WHERE id IN (SELECT id FROM gekozen) RETURNING *
  )
  SELECT b.id, b.sleutel, b.soort, b.stap, b.onderwerp, b.aan AS uitvoerder, b.oefen, b.pogingen, b.op, b.traject_id,
         g.naam AS gemeente, s.definitie, c.adviseur_naam, c.adviseur_email, a.wie AS begeleider, l.wie AS leider,
         ta.vervalt_op, nullif(na.naam, '') AS namens, p.naam, p.email, p.niveau, ${GELDIG} AS geldig, ${EERSTE} AS eerste
    FROM geclaimd b
    JOIN traject t ON t.id = b.traject_id JOIN gemeente g ON g.code = t.gemeente_code
    JOIN cohort c ON c.id = b.cohort_id
    LEFT JOIN stap st ON st.traject_id = b.traject_id AND st.sleutel = b.stap
    JOIN sjabloon s ON s.sleutel = c.sjabloon_sleutel
     AND s.versie = coalesce(st.sjabloon_versie, t.sjabloon_versie, c.sjabloon_versie)
    LEFT JOIN contactpersoon p ON p.id = b.contactpersoon_id
    LEFT JOIN contactpersoon na ON na.id = b.namens_id
    LEFT JOIN LATERAL (SELECT to_jsonb(v) AS wie FROM adviseur_van(t.id) v WHERE t.adviseur_account_id IS NOT NULL) a ON true
    LEFT JOIN LATERAL (SELECT to_jsonb(v) AS wie FROM leider_van(c.id) v
                        WHERE b.aan = 'leider' AND c.leider_account_id IS NOT NULL) l ON true
    LEFT JOIN taak ta ON ta.id = concat_ws('.', b.traject_id::text, b.stap, b.onderwerp)
    LEFT JOIN check_in ci ON ci.traject_id = b.traject_id AND ci.sleutel = b.onderwerp
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
function kennismakingVan({
  eerste,
  definitie: { stappen, titel, naam = titel, doel = '' },
}: Rij): Kennismaking | null {
  if (!eerste) return null;
  const { niveau, hoofdcontact, bezet } = eerste;
  const eigen = NIVEAUS.filter((een) => een === niveau || (hoofdcontact && !bezet.includes(een)));
  const uitvoerders: readonly Uitvoerder[] = hoofdcontact ? ['hoofdcontact', ...eigen] : eigen;
  const som = (getallen: readonly number[]): number => getallen.reduce((samen, een) => samen + een, 0);
  return {
    naam,
    doel,
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

function gegevensVan(rij: Rij, publicUrl: string, keyring: Keyring): BerichtGegevens {
  const { adviseur, ontvanger } = personenVan(rij, keyring);
  const nummer = rij.definitie.stappen.findIndex(({ sleutel }) => sleutel === rij.stap);
  const stap = rij.definitie.stappen[nummer];
  if (!stap) throw new Error(`sjabloon zonder stap ${rij.stap}`);
  const [taakSleutel = '', uitvoerder = ''] = rij.onderwerp.split('.');
  const taak = stap.taken.find(({ sleutel }) => sleutel === taakSleutel);
  const checkIn = stap.checkIns.find(({ sleutel }) => sleutel === rij.onderwerp);
  const naarTaak = taak && rij.soort !== 'escalatie';
  return {
    soort: rij.soort,
    ontvanger: ontvanger.naam,
    gemeente: rij.gemeente,
    sjabloon: rij.definitie.naam ?? rij.definitie.titel,
    stapNummer: nummer + 1,
    aantalStappen: rij.definitie.stappen.length,
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
    kennismaking: kennismakingVan(rij),
    op: rij.op.getTime(),
  };
}

/** How long to wait after attempt `poging` (from 1) failed, in seconds: 5 s doubling up to half an hour. */
export const wachttijd = (poging: number): number => Math.min(1800, 5 * 2 ** (poging - 1));

/** A mail that could not be handed over for this many attempts (about two days) is given up. */
const MAX_POGINGEN = 100;

const dag = (instant: number): string => lokaleTijd(instant).datum;

/** What the outbox needs to know besides the database; `nu` gives the time in ms, the computer's own where absent. */
export interface BerichtOpties {
  readonly publicUrl: string;
  readonly mailDomein: string;
  /** Opens names and addresses. */
  readonly keyring: Keyring;
  readonly nu?: () => number;
}

/** The outbox, as the postbode uses it. */
export function createBerichtOpslag(database: DataSource, opties: BerichtOpties) {
  const zet = (id: string, status: string, toelichting: string | null): Promise<unknown> =>
    database.query(
      `UPDATE bericht SET status = $2, toelichting = $3, verzonden_op = CASE WHEN $2 = 'verzonden' THEN now() END WHERE id = $1 AND status = 'bezig'`,
      [id, status, toelichting],
    );
  return {
    /** Claims up to `aantal` mails for the process `wie`; they are marked before anything leaves. */
    async claim(wie: string, aantal: number): Promise<Geclaimd[]> {
      const nu = opties.nu?.() ?? Date.now();
      // Real mail leaves on werkdagen between nine and five; practice mail has a clock of its own.
      const magNuWeg = eersteVerzendmoment(nu) <= nu;
      const rijen = await database.query<Rij[]>(CLAIM, [wie, aantal, magNuWeg]);
      return rijen.map((rij) => ({
        id: rij.id,
        messageId: messageIdVan(rij.sleutel, opties.mailDomein),
        pogingen: rij.pogingen,
        oefen: rij.oefen,
        aan: personenVan(rij, opties.keyring).ontvanger,
        gegevens: gegevensVan(rij, opties.publicUrl, opties.keyring),
        geldig: rij.geldig,
        verlopen: !rij.oefen && HERINNERINGSOORTEN.includes(rij.soort) && dag(nu) > dag(rij.op.getTime()),
      }));
    },

    overgeslagen: (id: string) =>
      zet(id, 'overgeslagen', 'Het moment was al voorbij: de mail kon die dag niet worden verstuurd.'),

    vervallen: (id: string) =>
      zet(id, 'vervallen', 'Niet meer nodig: het was al gedaan, of de ontvanger is er niet meer.'),

    /** Records how an attempt ended; a failure that may pass is tried again later. */
    async verwerk({ id, pogingen, messageId }: Geclaimd, verzending: Verzending): Promise<void> {
      switch (verzending.soort) {
        case 'verzonden':
          await database.query(
            `UPDATE bericht SET status = 'verzonden', verzonden_op = now(), message_id = $2, toelichting = NULL WHERE id = $1 AND status = 'bezig'`,
            [id, messageId],
          );
          return;
        case 'onbekend':
          await database.query(
            `UPDATE bericht SET status = 'onbekend', message_id = $2, toelichting = $3, volgende_poging_op = now() WHERE id = $1 AND status = 'bezig'`,
            [id, messageId, `Niet zeker of de mail is aangekomen: ${verzending.reden}`],
          );
          return;
        case 'mislukt':
          if (verzending.definitief || pogingen >= MAX_POGINGEN) {
            await zet(id, 'mislukt', `De mailserver neemt deze mail niet aan: ${verzending.reden}`);
            return;
          }
          await database.query(
            `UPDATE bericht SET status = 'wacht', toelichting = $2, volgende_poging_op = now() + make_interval(secs => $3) WHERE id = $1 AND status = 'bezig'`,
            [id, `Poging ${String(pogingen)} lukte niet: ${verzending.reden}`, wachttijd(pogingen)],
          );
          return;
      }
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
        const [, geraakt] = await database.query<[unknown, number]>(
          `UPDATE bericht SET status = 'onbekend', volgende_poging_op = now() + interval '3 seconds',
                  toelichting = 'Niet zeker of de mail is aangekomen: het systeem stopte tijdens het verzenden.'
            WHERE status = 'bezig' AND geclaimd_door = $1`,
          [wie],
        );
        aantal += geraakt;
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
