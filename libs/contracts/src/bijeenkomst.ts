import { AANWEZIGHEDEN, BIJEENKOMST_SOORTEN } from '@maatwerktraject/domain';
import { z } from 'zod';
import { Emailadres, Moment, regel, Tijdstip, Uuid, verhaal } from './algemeen.js';

export const BijeenkomstSoort = z.enum(BIJEENKOMST_SOORTEN).meta({ id: 'BijeenkomstSoort' });
export const BijeenkomstStatus = z
  .enum(['gepland', 'gehouden', 'afgezegd'])
  .meta({ id: 'BijeenkomstStatus' });
export type BijeenkomstStatus = z.infer<typeof BijeenkomstStatus>;
export const Aanwezigheid = z.enum(AANWEZIGHEDEN).meta({ id: 'Aanwezigheid' });
export type Aanwezigheid = z.infer<typeof Aanwezigheid>;

/** Where an online meeting is. Over https alone: it is put in mail and on pages. */
const Link = z
  .url({ protocol: /^https$/, hostname: z.regexes.domain, error: 'Vul een adres in dat begint met https://' })
  .max(500, 'Gebruik niet meer dan 500 tekens.');

const GELEGENHEID = {
  onderwerp: regel(120),
  begintOp: Moment.meta({ description: 'Wanneer de sessie begint.' }),
  eindigtOp: Moment.meta({ description: 'Wanneer de sessie eindigt. Dit is later dan het begin.' }),
  plaats: regel(200)
    .or(z.literal(''))
    .default('')
    .meta({ description: 'Zaal en adres; leeg als het online is.' }),
  link: Link.nullable().default(null).meta({ description: 'Adres om online mee te doen.' }),
  herinneringWerkdagen: z
    .int()
    .min(1)
    .max(60)
    .nullable()
    .default(2)
    .meta({ description: 'Hoeveel werkdagen vooraf de genodigden een herinnering krijgen; leeg: geen.' }),
};

const FacilitatorKeuze = z
  .union([
    z.strictObject({ accountId: Uuid.meta({ description: 'Iemand die in dit cohort werkt.' }) }),
    z.strictObject({ naam: regel(120), email: Emailadres }),
  ])
  .nullable();

const Contactpersonen = z.array(Uuid).max(500);

const duurtTeLang = ({ begintOp, eindigtOp }: { begintOp: string; eindigtOp: string }): boolean =>
  Date.parse(eindigtOp) - Date.parse(begintOp) > 24 * 3_600_000;
const TE_LANG = { error: 'Een sessie duurt ten hoogste 24 uur. Kies een eerder einde.', path: ['eindigtOp'] };

export const NieuweGroepssessie = z
  .strictObject({
    ...GELEGENHEID,
    facilitator: FacilitatorKeuze.default(null).meta({ description: 'Wie de sessie leidt.' }),
    contactpersonen: Contactpersonen.nullable().default(null).meta({
      description:
        'Wie van de gemeenten is uitgenodigd. Leeg: het hoofdcontact van elk traject dat nog loopt.',
    }),
  })
  .refine((sessie) => !duurtTeLang(sessie), TE_LANG)
  .meta({ id: 'NieuweGroepssessie' });
export type NieuweGroepssessie = z.infer<typeof NieuweGroepssessie>;

export const GroepssessieWijziging = z
  .strictObject({
    ...GELEGENHEID,
    facilitator: FacilitatorKeuze.optional().meta({ description: 'Niet meegestuurd: wie het was.' }),
    contactpersonen: Contactpersonen.optional().meta({ description: 'Niet meegestuurd: wie het waren.' }),
  })
  .refine((sessie) => !duurtTeLang(sessie), TE_LANG)
  .meta({ id: 'GroepssessieWijziging' });
export type GroepssessieWijziging = z.infer<typeof GroepssessieWijziging>;

export const Genodigde = z
  .object({
    id: Uuid,
    rol: z.enum(['contactpersoon', 'adviseur', 'facilitator']),
    naam: z.string().nullable().meta({ description: 'Leeg voor een onderzoeker.' }),
    contactpersoonId: Uuid.nullable(),
    gemeente: z
      .object({
        trajectId: Uuid.meta({ description: 'Voor een onderzoeker: het kenmerk uit de export.' }),
        naam: z.string(),
      })
      .nullable()
      .meta({ description: 'Leeg voor wie niet bij een gemeente hoort.' }),
    aanwezig: Aanwezigheid,
    mail: z.enum(['wacht', 'verzonden', 'mislukt', 'onbekend']).nullable().meta({
      description: 'Hoe het met de laatste mail aan deze genodigde staat; leeg voor wie dat niet ziet.',
    }),
  })
  .meta({ id: 'Genodigde' });
export type Genodigde = z.infer<typeof Genodigde>;

export const Groepssessie = z
  .object({
    id: Uuid,
    cohortId: Uuid,
    versie: z.int(),
    status: BijeenkomstStatus,
    onderwerp: z.string(),
    begintOp: Tijdstip,
    eindigtOp: Tijdstip,
    plaats: z.string(),
    link: z.string().nullable(),
    herinneringWerkdagen: z.int().nullable(),
    verslag: z.string().nullable().meta({ description: 'Leeg voor wie de sessie niet leidt.' }),
    leidt: z
      .boolean()
      .meta({ description: 'Of u deze sessie mag wijzigen en de aanwezigheid mag vastleggen.' }),
    genodigden: z.array(Genodigde),
  })
  .meta({ id: 'Groepssessie' });
export type Groepssessie = z.infer<typeof Groepssessie>;
export const GroepssessieLijst = z
  .object({
    nu: Tijdstip.meta({ description: 'Hoe laat het nu is in het cohort.' }),
    items: z.array(Groepssessie),
  })
  .meta({ id: 'GroepssessieLijst' });
export type GroepssessieLijst = z.infer<typeof GroepssessieLijst>;

export const AanwezigheidInvoer = z
  .strictObject({
    aanwezigen: z.array(z.strictObject({ genodigdeId: Uuid, aanwezig: Aanwezigheid })).max(1_000),
    verslag: verhaal(20_000).default(''),
  })
  .meta({ id: 'AanwezigheidInvoer' });
export type AanwezigheidInvoer = z.infer<typeof AanwezigheidInvoer>;

/** A meeting as who is invited to it sees it. */
export const Bijeenkomst = z
  .object({
    id: Uuid,
    soort: BijeenkomstSoort,
    status: BijeenkomstStatus,
    cohortId: Uuid,
    cohortNaam: z.string(),
    onderwerp: z.string(),
    begintOp: Tijdstip,
    eindigtOp: Tijdstip,
    voorbij: z.boolean(),
    plaats: z.string(),
    link: z.string().nullable(),
  })
  .meta({ id: 'Bijeenkomst' });
export type Bijeenkomst = z.infer<typeof Bijeenkomst>;
export const BijeenkomstLijst = z.object({ items: z.array(Bijeenkomst) }).meta({ id: 'BijeenkomstLijst' });
export type BijeenkomstLijst = z.infer<typeof BijeenkomstLijst>;

const Sleutel = regel(60);
const werkdagen = z.int().min(-60).max(60).meta({ description: 'Negatief: zoveel werkdagen ervoor.' });
const deel = z.number().min(0).max(1).meta({ description: 'Een deel van alle gemeenten: 0,7 is 70%.' });

export const Voorwaarde = z
  .strictObject({
    sleutel: Sleutel,
    peil: z
      .union([
        z.strictObject({ groepssessie: Uuid, werkdagen }),
        z.strictObject({ stap: Sleutel, werkdagen }),
      ])
      .meta({
        description: 'Wanneer er wordt getoetst: gerekend vanaf een groepssessie of het begin van een stap.',
      }),
    toets: z.discriminatedUnion('soort', [
      z.strictObject({ soort: z.literal('deel-afgerond'), stap: Sleutel, onder: deel }),
      z.strictObject({ soort: z.literal('deel-ingediend'), stap: Sleutel, taak: Sleutel, onder: deel }),
      z.strictObject({
        soort: z.literal('aanwezigen-minimaal'),
        groepssessie: Uuid,
        onder: z.int().min(1).max(400).meta({ description: 'Een aantal gemeenten.' }),
      }),
    ]),
    dan: z.strictObject({ bericht: z.literal('adviseur') }),
  })
  .meta({ id: 'Voorwaarde' });
export type Voorwaarde = z.infer<typeof Voorwaarde>;
export const Voorwaarden = z.strictObject({ items: z.array(Voorwaarde).max(20) }).meta({ id: 'Voorwaarden' });
export type Voorwaarden = z.infer<typeof Voorwaarden>;
