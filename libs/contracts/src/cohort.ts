import {
  COHORT_STATUSSEN,
  NIVEAUS,
  TRAJECT_STATUSSEN,
  UITKOMSTKLASSEN,
  STAP_STATUSSEN,
} from '@maatwerktraject/domain';
import { z } from 'zod';
import { Dag, Emailadres, Gemeentecode, paginaVan, regel, Tijdstip, Uuid } from './algemeen.js';
import { Uitvoerder } from './sjabloon.js';

export const CohortStatus = z.enum(COHORT_STATUSSEN).meta({ id: 'CohortStatus' });
export const TrajectStatus = z.enum(TRAJECT_STATUSSEN).meta({ id: 'TrajectStatus' });
export const StapStatus = z.enum(STAP_STATUSSEN).meta({ id: 'StapStatus' });
export const Niveau = z.enum(NIVEAUS).meta({ id: 'Niveau' });
export const Uitkomstklasse = z.enum(UITKOMSTKLASSEN).meta({ id: 'Uitkomstklasse' });
export type Uitkomstklasse = z.infer<typeof Uitkomstklasse>;

/** The practice clock of an oefencohort, as it is asked for. */
export const OefenklokInvoer = z
  .object({
    dagenPerSeconde: z
      .number()
      // Any slower, and the next moment is further away than a timer can be set.
      .min(0.0001, 'Kies een snelheid van ten minste 0,0001 dag per seconde.')
      .max(20, 'Sneller dan 20 dagen per seconde kan niet.')
      .meta({ description: 'Dagen van het traject per echte seconde.', examples: [1] }),
  })
  .meta({ id: 'OefenklokInvoer' });

export const NieuwCohort = z
  .object({
    naam: regel(120),
    sjabloon: z.object({ sleutel: z.string().min(1), versie: z.int().min(1) }),
    startdatum: Dag.refine(
      (datum) => datum >= '2000-01-01' && datum < '2100-01-01',
      'Kies een startdatum tussen 2000 en 2100.',
    ),
    adviseur: z.object({ naam: regel(120), email: Emailadres }),
    oefenklok: OefenklokInvoer.nullable().default(null).meta({
      description: 'Ingevuld voor een oefencohort: de tijd loopt vanaf de startdatum op deze snelheid.',
    }),
  })
  .meta({ id: 'NieuwCohort' });
export type NieuwCohort = z.infer<typeof NieuwCohort>;

export const Oefenklok = z
  .object({
    dagenPerSeconde: z.number(),
    nu: Tijdstip.nullable().meta({ description: 'Hoe laat het nu is op de oefenklok; leeg voor de start.' }),
    volgendMoment: Tijdstip.nullable(),
  })
  .meta({ id: 'Oefenklok' });

export const CohortRegel = z
  .object({
    id: Uuid,
    naam: z.string(),
    status: CohortStatus,
    startdatum: Dag,
    sjabloon: z.object({ sleutel: z.string(), versie: z.int(), titel: z.string() }),
    adviseur: z
      .object({ naam: z.string(), email: z.string() })
      .nullable()
      .meta({ description: 'Wie het cohort begeleidt; leeg voor een onderzoeker.' }),
    aantalGemeenten: z.int(),
    aantalAfgerond: z.int(),
    aantalGepauzeerd: z.int(),
    aantalTeruggetrokken: z.int(),
    oefenklok: Oefenklok.nullable(),
  })
  .meta({ id: 'CohortRegel' });
export type CohortRegel = z.infer<typeof CohortRegel>;
export const CohortPagina = paginaVan(CohortRegel, 'CohortPagina');
export type CohortPagina = z.infer<typeof CohortPagina>;

export const Cohort = CohortRegel.extend({
  gestartOp: Tijdstip.nullable(),
  afgeslotenOp: Tijdstip.nullable(),
  berichtenOnbekend: z.int().meta({ description: 'Mails waarvan niet zeker is of ze zijn aangekomen.' }),
  berichtenMislukt: z.int().meta({ description: 'Mails die niet verzonden konden worden.' }),
}).meta({ id: 'Cohort' });
export type Cohort = z.infer<typeof Cohort>;

export const Contactpersoon = z
  .object({ naam: regel(120), email: Emailadres, niveau: Niveau, hoofdcontact: z.boolean().default(false) })
  .meta({ id: 'Contactpersoon' });
export type Contactpersoon = z.infer<typeof Contactpersoon>;

export const NieuweDeelnemer = z
  .object({
    gemeentecode: Gemeentecode,
    contactpersonen: z
      .array(Contactpersoon)
      .min(1, 'Geef minstens één contactpersoon.')
      .max(50)
      .refine(
        (lijst) => lijst.filter((persoon) => persoon.hoofdcontact).length === 1,
        'Kies precies één hoofdcontact.',
      )
      .refine(
        (lijst) =>
          new Set(lijst.map((persoon) => `${persoon.email.toLowerCase()} ${persoon.niveau}`)).size ===
          lijst.length,
        'Een contactpersoon staat er twee keer op hetzelfde niveau.',
      ),
    startdatum: Dag.nullable().default(null).meta({
      description:
        'Alleen voor een gemeente die later meedoet, in een cohort dat al loopt: haar eigen eerste dag.',
    }),
  })
  .meta({ id: 'NieuweDeelnemer' });
export type NieuweDeelnemer = z.infer<typeof NieuweDeelnemer>;

export const Deelnemer = z
  .object({
    trajectId: Uuid,
    gemeente: z.object({ code: z.string(), naam: z.string() }),
    contactpersonen: z.array(Contactpersoon),
  })
  .meta({ id: 'Deelnemer' });
export type Deelnemer = z.infer<typeof Deelnemer>;
export const DeelnemerLijst = z.object({ items: z.array(Deelnemer) }).meta({ id: 'DeelnemerLijst' });
export type DeelnemerLijst = z.infer<typeof DeelnemerLijst>;

/** The dates of a cohort before (and while) it runs, from the same rules as the process itself. */
export const PlanTaak = z
  .object({
    sleutel: z.string(),
    titel: z.string(),
    uitvoerder: Uitvoerder,
    opentOp: Dag,
    vervaltOp: Dag,
    minuten: z.int(),
    mails: z.array(z.object({ soort: z.string(), op: Dag })),
  })
  .meta({ id: 'PlanTaak' });
export type PlanTaak = z.infer<typeof PlanTaak>;
export const PlanStap = z
  .object({
    sleutel: z.string(),
    volgnummer: z.int(),
    titel: z.string(),
    opentOp: Dag,
    eindigtOp: Dag,
    taken: z.array(PlanTaak),
    checkIns: z.array(z.object({ sleutel: z.string(), titel: z.string(), weekVan: Dag })),
  })
  .meta({ id: 'PlanStap' });
export type PlanStap = z.infer<typeof PlanStap>;
export const CohortPlan = z
  .object({ startdatum: Dag, eindigtOp: Dag, minutenPerGemeente: z.int(), stappen: z.array(PlanStap) })
  .meta({ id: 'CohortPlan' });
export type CohortPlan = z.infer<typeof CohortPlan>;

export const BordStap = z
  .object({
    sleutel: z.string(),
    status: StapStatus,
    geplandOp: Dag,
    eindigtOp: Dag,
    takenTotaal: z.int(),
    takenKlaar: z.int(),
    takenTeLaat: z.int(),
  })
  .meta({ id: 'BordStap' });
export type BordStap = z.infer<typeof BordStap>;
/** Mail that asks for somebody, in counts. */
export const PostTelling = z
  .object({
    adresproblemen: z.int(),
    onbekend: z.int().meta({ description: 'Mails waarvan niet zeker is of ze zijn aangekomen.' }),
    mislukt: z.int(),
    aangehouden: z.int(),
  })
  .meta({ id: 'PostTelling' });
export type PostTelling = z.infer<typeof PostTelling>;

export const BordRij = z
  .object({
    trajectId: Uuid.meta({ description: 'Voor een onderzoeker: het kenmerk uit de export.' }),
    gemeente: z.object({ code: z.string().nullable(), naam: z.string() }).meta({
      description: 'Voor een onderzoeker zonder recht op namen: geen code, en een kenmerk als naam.',
    }),
    status: TrajectStatus,
    huidigeStap: z.string().nullable(),
    openTaken: z.int(),
    takenTeLaat: z.int(),
    uitkomst: Uitkomstklasse.nullable(),
    post: PostTelling.nullable().meta({
      description: 'Mail die om aandacht vraagt; leeg voor een onderzoeker.',
    }),
    stappen: z.array(BordStap),
  })
  .meta({ id: 'BordRij' });
export type BordRij = z.infer<typeof BordRij>;
export const Bord = z
  .object({
    cohortId: Uuid,
    nu: Tijdstip,
    post: PostTelling.nullable().meta({
      description: 'Mail van het hele cohort die om aandacht vraagt; leeg voor een onderzoeker.',
    }),
    items: z.array(BordRij),
  })
  .meta({ id: 'Bord' });
export type Bord = z.infer<typeof Bord>;

export const ResultaatStap = z
  .object({
    sleutel: z.string(),
    titel: z.string(),
    afgerond: z.int(),
    medianeDagen: z.number().nullable().meta({ description: 'Van openen tot goedkeuren, in dagen.' }),
    takenIngediend: z.int(),
    takenTeLaatIngediend: z.int(),
    berichten: z.int(),
    herinneringen: z.int(),
    checkInsGehouden: z.int(),
  })
  .meta({ id: 'ResultaatStap' });
export type ResultaatStap = z.infer<typeof ResultaatStap>;
export const Resultaten = z
  .object({
    cohortId: Uuid,
    trajecten: z.int(),
    afgerond: z.int(),
    teruggetrokken: z.int(),
    uitkomsten: z.object({
      structureel: z.int(),
      getraind: z.int(),
      aandacht: z.int(),
      geen: z.int(),
      nogNietBekend: z.int(),
    }),
    stappen: z.array(ResultaatStap),
  })
  .meta({ id: 'Resultaten' });
export type Resultaten = z.infer<typeof Resultaten>;
