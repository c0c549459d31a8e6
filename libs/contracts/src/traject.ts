import { BERICHTSOORTEN, CHECK_IN_STATUSSEN, TAAK_STATUSSEN } from '@maatwerktraject/domain';
import { z } from 'zod';
import { Dag, Paginering, paginaVan, tekst, Tijdstip, Uuid, verhaal } from './algemeen.js';
import { TrajectAdviseur, TrajectContact } from './contactpersoon.js';
import { Niveau, StapStatus, TrajectStatus, Uitkomstklasse } from './cohort.js';
import { Uitvoerder, Veld } from './sjabloon.js';
import { Onderbreking, Teruggestuurd } from './verandering.js';

export const TaakStatus = z.enum(TAAK_STATUSSEN).meta({ id: 'TaakStatus' });
export const CheckInStatus = z.enum(CHECK_IN_STATUSSEN).meta({ id: 'CheckInStatus' });

export const TrajectVraag = Paginering.extend({
  cohortId: Uuid.optional(),
  stap: tekst(60).optional(),
  status: TrajectStatus.optional(),
  teLaat: z
    .enum(['true', 'false'])
    .transform((waarde) => waarde === 'true')
    .optional()
    .meta({ description: 'Alleen trajecten met (true) of zonder (false) een taak die te laat is.' }),
});
export type TrajectVraag = z.infer<typeof TrajectVraag>;

export const TrajectRegel = z
  .object({
    id: Uuid,
    cohortId: Uuid,
    cohortNaam: z.string(),
    oefen: z.boolean(),
    gemeente: z.object({ code: z.string(), naam: z.string() }),
    status: TrajectStatus,
    stap: z.string().nullable(),
    stapStatus: StapStatus.nullable(),
    openTaken: z.int(),
    takenTeLaat: z.int(),
  })
  .meta({ id: 'TrajectRegel' });
export type TrajectRegel = z.infer<typeof TrajectRegel>;
export const TrajectPagina = paginaVan(TrajectRegel, 'TrajectPagina');
export type TrajectPagina = z.infer<typeof TrajectPagina>;

export const TaakRegel = z
  .object({
    id: z.string(),
    sleutel: z.string(),
    stap: z.string(),
    titel: z.string(),
    uitvoerder: Uitvoerder,
    status: TaakStatus,
    minuten: z.int(),
    geplandOpenOp: Dag,
    geplandVervaltOp: Dag,
    opentOp: Dag.nullable(),
    vervaltOp: Dag.nullable(),
    geopendOp: Tijdstip.nullable(),
    ingediendOp: Tijdstip.nullable(),
    teLaat: z.boolean(),
    extra: z.boolean().meta({ description: 'Of de adviseur deze taak zelf heeft toegevoegd.' }),
    akkoordDoor: Niveau.nullable().meta({
      description: 'Het niveau dat ook akkoord moet geven; leeg als dat niet nodig is.',
    }),
    akkoordOp: Tijdstip.nullable(),
    teruggestuurdOp: Tijdstip.nullable().meta({
      description: 'Wanneer de taak het laatst is teruggestuurd.',
    }),
  })
  .meta({ id: 'TaakRegel' });
export type TaakRegel = z.infer<typeof TaakRegel>;

export const CheckIn = z
  .object({
    sleutel: z.string(),
    stap: z.string(),
    titel: z.string(),
    status: CheckInStatus,
    weekVan: Dag,
    datum: Dag.nullable(),
    verslag: z.string().nullable(),
    /** Whether it can be put on record now: its stap has opened. */
    openVoorVerslag: z.boolean(),
  })
  .meta({ id: 'CheckIn' });
export type CheckIn = z.infer<typeof CheckIn>;

export const TrajectStap = z
  .object({
    sleutel: z.string(),
    volgnummer: z.int(),
    titel: z.string(),
    uitleg: z.string(),
    status: StapStatus,
    geplandOp: Dag,
    geplandEindigtOp: Dag,
    opentOp: Dag.nullable(),
    eindigtOp: Dag.nullable(),
    geopendOp: Tijdstip.nullable(),
    ingeleverdOp: Tijdstip.nullable(),
    goedgekeurdOp: Tijdstip.nullable(),
    vraagtUitkomst: z.boolean(),
    magHeropenen: z.boolean().meta({
      description: 'Of de goedkeuring nog kan worden teruggedraaid: de volgende stap is nog niet open.',
    }),
    taken: z.array(TaakRegel),
    checkIns: z.array(CheckIn),
  })
  .meta({ id: 'TrajectStap' });
export type TrajectStap = z.infer<typeof TrajectStap>;

export const Uitkomst = z
  .object({ klasse: Uitkomstklasse, toelichting: z.string().nullable(), vastgelegdOp: Tijdstip })
  .meta({ id: 'Uitkomst' });
export type Uitkomst = z.infer<typeof Uitkomst>;

export const Traject = z
  .object({
    id: Uuid,
    cohortId: Uuid,
    cohortNaam: z.string(),
    oefen: z.boolean(),
    nu: Tijdstip.meta({
      description: 'Hoe laat het nu is voor dit traject (bij een oefencohort: de oefenklok).',
    }),
    gemeente: z.object({ code: z.string(), naam: z.string() }),
    adviseur: TrajectAdviseur,
    status: TrajectStatus,
    onderbreking: Onderbreking.nullable(),
    stap: z.string().nullable(),
    stappen: z.array(TrajectStap),
    uitkomst: Uitkomst.nullable(),
    contactpersonen: z.array(TrajectContact),
    eigenUitvoerders: z.array(Uitvoerder).meta({
      description:
        'Voor wie u hier taken doet: uw eigen niveau, en als hoofdcontact ook waar niemand anders voor is. Ook voor wie u nu vervangt. De andere taken zijn van collega’s.',
    }),
  })
  .meta({ id: 'Traject' });
export type Traject = z.infer<typeof Traject>;

export const Antwoorden = z
  .record(z.string(), z.unknown())
  .meta({ id: 'Antwoorden', description: 'Antwoorden per veldsleutel; de vorm volgt uit het soort veld.' });

export const Taak = TaakRegel.extend({
  trajectId: Uuid,
  magInvullen: z
    .boolean()
    .meta({ description: 'Of deze taak voor u is. Zo niet, dan kunt u haar alleen bekijken.' }),
  oefen: z.boolean(),
  gemeente: z.object({ code: z.string(), naam: z.string() }),
  stapTitel: z.string(),
  uitleg: z.string(),
  velden: z.array(Veld),
  concept: z
    .object({ inhoud: Antwoorden, versie: z.int(), bewaardOp: Tijdstip })
    .nullable()
    .meta({ description: 'Wat er tot nu toe is bewaard.' }),
  inzending: z.object({ inhoud: Antwoorden, ingediendOp: Tijdstip }).nullable(),
  teruggestuurd: Teruggestuurd.nullable().meta({
    description: 'Waarom de taak is teruggestuurd; leeg als dat niet zo is, of als zij weer is ingediend.',
  }),
  magAkkoordGeven: z.boolean(),
  magTerugsturen: z.boolean(),
  magVervallen: z.boolean(),
}).meta({ id: 'Taak' });
export type Taak = z.infer<typeof Taak>;

/** What is filled in so far, by itself: its number is its `ETag`. */
export const Concept = z
  .object({
    inhoud: Antwoorden,
    versie: z.int().min(0).meta({ description: '0 als er nog niets is bewaard.' }),
    bewaardOp: Tijdstip.nullable(),
  })
  .meta({ id: 'Concept' });
export type Concept = z.infer<typeof Concept>;

/** A draft replaces the one that `If-Match` names; another one in between is refused with 412. */
export const ConceptInvoer = z.object({ inhoud: Antwoorden }).meta({ id: 'ConceptInvoer' });
export type ConceptInvoer = z.infer<typeof ConceptInvoer>;
export const ConceptBewaard = z
  .object({ versie: z.int(), bewaardOp: Tijdstip })
  .meta({ id: 'ConceptBewaard' });
export type ConceptBewaard = z.infer<typeof ConceptBewaard>;

export const Inzending = z.object({ inhoud: Antwoorden }).meta({ id: 'Inzending' });
export type Inzending = z.infer<typeof Inzending>;

const verslag = verhaal(10_000);
export const CheckInVerslag = z
  .object({ gehouden: z.boolean(), datum: Dag, verslag: verslag.default('') })
  .meta({ id: 'CheckInVerslag' });
export type CheckInVerslag = z.infer<typeof CheckInVerslag>;

export const UitkomstInvoer = z
  .object({ klasse: Uitkomstklasse, toelichting: verslag.min(1, 'Leg uit waarop u deze uitkomst baseert.') })
  .meta({ id: 'UitkomstInvoer' });
export type UitkomstInvoer = z.infer<typeof UitkomstInvoer>;

/** The answer to a command: what it changed can be read at once. */
export const Uitgevoerd = z
  .object({ nieuw: z.boolean().meta({ description: 'False als dit verzoek al eerder was uitgevoerd.' }) })
  .meta({ id: 'Uitgevoerd' });
export type Uitgevoerd = z.infer<typeof Uitgevoerd>;

export const GebeurtenisRegel = z
  .object({
    volgnummer: z.int(),
    op: Tijdstip.meta({ description: 'Het moment in het traject; bij een oefencohort de oefenklok.' }),
    vastgelegdOp: Tijdstip,
    soort: z.string(),
    door: z.string(),
    zin: z.string(),
  })
  .meta({ id: 'GebeurtenisRegel' });
export type GebeurtenisRegel = z.infer<typeof GebeurtenisRegel>;
export const GebeurtenisPagina = paginaVan(GebeurtenisRegel, 'GebeurtenisPagina');
export type GebeurtenisPagina = z.infer<typeof GebeurtenisPagina>;

export const BERICHT_STATUSSEN = [
  'wacht',
  'bezig',
  'verzonden',
  'mislukt',
  'onbekend',
  'vervallen',
  'overgeslagen',
  'samengevoegd',
  'aangehouden',
] as const;
export const BerichtStatus = z.enum(BERICHT_STATUSSEN).meta({ id: 'BerichtStatus' });
export const BerichtRegel = z
  .object({
    id: Uuid,
    soort: z.enum(BERICHTSOORTEN),
    stap: z.string(),
    onderwerp: z.string().meta({ description: 'Sleutel van de taak, het gesprek of de stap.' }),
    titel: z.string(),
    aan: z.object({ naam: z.string(), email: z.string() }).nullable(),
    namens: z.string().nullable().meta({ description: 'Wie de ontvanger vervangt.' }),
    status: BerichtStatus,
    op: Tijdstip.meta({ description: 'Het moment volgens het plan.' }),
    verzondenOp: Tijdstip.nullable(),
    pogingen: z.int(),
    messageId: z.string().nullable(),
    toelichting: z.string().nullable(),
  })
  .meta({ id: 'BerichtRegel' });
export type BerichtRegel = z.infer<typeof BerichtRegel>;
export const BerichtPagina = paginaVan(BerichtRegel, 'BerichtPagina');
export type BerichtPagina = z.infer<typeof BerichtPagina>;
export type BerichtStatus = z.infer<typeof BerichtStatus>;
