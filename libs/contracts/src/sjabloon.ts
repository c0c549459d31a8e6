import { NIVEAUS, UITVOERDERS } from '@maatwerktraject/domain';
import { z } from 'zod';
import { Dag, tekst, Tijdstip, Uuid } from './algemeen.js';

/** What an adviseur writes in a file: without what cannot be stored, and not without end. */
const kort = tekst(200);
const lang = tekst(2_000);
const MAX_DELEN = 100;
const geheel = z.int().min(-10_000).max(10_000);
const getal = z.number().min(-1_000_000_000).max(1_000_000_000);

export const Uitvoerder = z.enum(UITVOERDERS).meta({ id: 'Uitvoerder' });

const Optie = z.object({ waarde: kort, label: kort }).meta({ id: 'Optie' });
const basis = { sleutel: kort, label: kort, hulp: lang.optional(), verplicht: z.boolean() };
const enkel = [
  z.object({ ...basis, soort: z.enum(['tekst', 'lange-tekst']), maxTekens: geheel.optional() }),
  z.object({
    ...basis,
    soort: z.literal('getal'),
    min: getal,
    max: getal,
    eenheid: kort.optional(),
  }),
  z.object({ ...basis, soort: z.literal('datum') }),
  z.object({ ...basis, soort: z.enum(['keuze', 'meerkeuze']), opties: z.array(Optie).max(MAX_DELEN) }),
] as const;
export const EnkelVeld = z.union(enkel).meta({ id: 'EnkelVeld' });

/** One question of a form. `soort` decides the shape of its answer. */
export const Veld = z
  .union([
    ...enkel,
    z.object({
      ...basis,
      soort: z.literal('matrix'),
      rijen: z.array(Optie).max(MAX_DELEN),
      kolommen: z.array(Optie).max(MAX_DELEN),
      schaal: z.array(Optie).max(MAX_DELEN),
    }),
    z.object({
      ...basis,
      soort: z.literal('lijst'),
      itemNaam: kort,
      minimum: geheel,
      maximum: geheel,
      velden: z.array(EnkelVeld).max(MAX_DELEN),
    }),
  ])
  .meta({ id: 'Veld' });

export const SjabloonTaak = z
  .object({
    sleutel: kort,
    titel: kort,
    uitleg: lang,
    uitvoerders: z.array(Uitvoerder).max(UITVOERDERS.length),
    opentNaWerkdagen: geheel,
    termijnWerkdagen: geheel,
    akkoordDoor: z
      .enum(NIVEAUS)
      .exactOptional()
      .meta({ description: 'Wie het er daarna mee eens moet zijn, behalve wie de taak indient.' }),
    minuten: z.partialRecord(Uitvoerder, geheel),
    velden: z.array(Veld).max(MAX_DELEN),
  })
  .meta({ id: 'SjabloonTaak' });

export const SjabloonStap = z
  .object({
    sleutel: kort,
    titel: kort,
    uitleg: lang,
    vensterWeken: geheel,
    vraagtUitkomst: z.boolean(),
    goedkeuringen: z
      .int()
      .exactOptional()
      .meta({ description: 'Hoeveel adviseurs de stap moeten goedkeuren; 1 als dit er niet staat.' }),
    taken: z.array(SjabloonTaak).max(MAX_DELEN),
    checkIns: z.array(z.object({ sleutel: kort, titel: kort, week: geheel })),
  })
  .meta({ id: 'SjabloonStap' });

const Herinneringsregel = z
  .object({ sleutel: kort, werkdagen: geheel, aan: z.enum(['uitvoerder', 'adviseur', 'leider']) })
  .meta({ id: 'Herinneringsregel' });

const oorzaken = z.array(kort).max(MAX_DELEN);
/** When a traject gives a sign of stagnation. */
const Signaalregel = z
  .union([
    z.object({ sleutel: z.literal('geen-antwoord'), herinneringen: geheel, oorzaken }),
    z.object({ sleutel: z.literal('stap-over-venster'), werkdagen: geheel, oorzaken }),
    z.object({ sleutel: z.literal('check-in-gemist'), keer: geheel, oorzaken }),
  ])
  .meta({ id: 'Signaalregel' });

const SjabloonThema = z
  .object({
    sleutel: kort,
    titel: kort,
    uitleg: lang,
    stappen: z.array(kort).max(MAX_DELEN).exactOptional(),
  })
  .meta({ id: 'SjabloonThema' });

/** A whole version: also the file that an adviseur downloads, changes and uploads. */
export const Sjabloon = z
  .object({
    sleutel: kort,
    versie: z.int(),
    titel: kort,
    naam: kort.exactOptional(),
    doel: lang.exactOptional(),
    stappen: z.array(SjabloonStap).max(MAX_DELEN),
    herinneringen: z.array(Herinneringsregel).max(MAX_DELEN),
    akkoordNaWerkdagen: geheel,
    terugstuurWerkdagen: geheel,
    weekoverzicht: z.object({ weekdag: geheel }).nullable(),
    signalen: z.array(Signaalregel).max(MAX_DELEN),
    themas: z.array(SjabloonThema).max(MAX_DELEN).exactOptional(),
  })
  .meta({ id: 'Sjabloon' });
export type Sjabloon = z.infer<typeof Sjabloon>;

/** One version. An adviseur also sees those that are not published yet. */
export const SjabloonRegel = z
  .object({
    sleutel: z.string(),
    versie: z.int(),
    titel: z.string(),
    status: z.enum(['concept', 'gepubliceerd']),
    gewijzigdOp: Tijdstip,
  })
  .meta({ id: 'SjabloonRegel' });
export type SjabloonRegel = z.infer<typeof SjabloonRegel>;
export const SjabloonLijst = z.object({ items: z.array(SjabloonRegel) }).meta({ id: 'SjabloonLijst' });
export type SjabloonLijst = z.infer<typeof SjabloonLijst>;

/** A version that can still be changed. `versie` counts the changes; which version of the sjabloon it is, it says itself. */
export const SjabloonConcept = z
  .object({ versie: z.int(), gewijzigdOp: Tijdstip, definitie: Sjabloon })
  .meta({ id: 'SjabloonConcept' });
export type SjabloonConcept = z.infer<typeof SjabloonConcept>;

export const SjabloonPublicatie = z
  .object({
    bevestigd: z
      .literal(true, 'Bevestig dat u deze versie wilt publiceren. Daarna kan zij niet meer veranderen.')
      .meta({ description: 'Een gepubliceerde versie verandert nooit meer.' }),
  })
  .meta({ id: 'SjabloonPublicatie' });

const StapOvergang = z
  .object({
    sleutel: z.string(),
    titel: z.string(),
    volgnummer: z.int(),
    wat: z.enum(['blijft', 'gaat-mee', 'nieuw', 'vervalt']),
    opentOp: Dag.nullable(),
    opentDanOp: Dag.nullable(),
    eindigtDanOp: Dag.nullable(),
    takenNieuw: z.array(z.string()),
    takenVervallen: z.array(z.string()),
    takenGewijzigd: z.array(z.string()),
  })
  .meta({ id: 'StapOvergang' });

/** What another version would do to one traject. */
export const Sjabloonovergang = z
  .object({
    trajectId: Uuid,
    gemeente: z.string(),
    van: z.int(),
    naar: z.int(),
    wanneer: z.enum(['nu', 'na-deze-stap']).nullable(),
    bezwaar: z.object({ code: z.string(), zin: z.string() }).nullable(),
    regelsAnders: z.boolean(),
    stappen: z.array(StapOvergang),
  })
  .meta({ id: 'Sjabloonovergang' });
export type Sjabloonovergang = z.infer<typeof Sjabloonovergang>;
export const Sjabloonovergangen = z
  .object({ items: z.array(Sjabloonovergang) })
  .meta({ id: 'Sjabloonovergangen' });
export type Sjabloonovergangen = z.infer<typeof Sjabloonovergangen>;

export const OvergangVraag = z.object({
  versie: z.coerce
    .number()
    .int()
    .min(1)
    .max(1_000_000)
    .optional()
    .meta({ description: 'Naar welke versie; de nieuwste als dit er niet staat.' }),
});
export type OvergangVraag = z.infer<typeof OvergangVraag>;
export const OvergangKeuze = z
  .object({ versie: z.int().min(1).max(1_000_000) })
  .meta({ id: 'OvergangKeuze' });
export type OvergangKeuze = z.infer<typeof OvergangKeuze>;
