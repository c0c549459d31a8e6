import { NIVEAUS, UITVOERDERS } from '@maatwerktraject/domain';
import { z } from 'zod';
import { Dag, Tijdstip, Uuid } from './algemeen.js';

export const Uitvoerder = z.enum(UITVOERDERS).meta({ id: 'Uitvoerder' });

const Optie = z.object({ waarde: z.string(), label: z.string() }).meta({ id: 'Optie' });
const basis = { sleutel: z.string(), label: z.string(), hulp: z.string().optional(), verplicht: z.boolean() };
const enkel = [
  z.object({ ...basis, soort: z.enum(['tekst', 'lange-tekst']), maxTekens: z.int().optional() }),
  z.object({
    ...basis,
    soort: z.literal('getal'),
    min: z.number(),
    max: z.number(),
    eenheid: z.string().optional(),
  }),
  z.object({ ...basis, soort: z.literal('datum') }),
  z.object({ ...basis, soort: z.enum(['keuze', 'meerkeuze']), opties: z.array(Optie) }),
] as const;
export const EnkelVeld = z.union(enkel).meta({ id: 'EnkelVeld' });

/** One question of a form. `soort` decides the shape of its answer. */
export const Veld = z
  .union([
    ...enkel,
    z.object({
      ...basis,
      soort: z.literal('matrix'),
      rijen: z.array(Optie),
      kolommen: z.array(Optie),
      schaal: z.array(Optie),
    }),
    z.object({
      ...basis,
      soort: z.literal('lijst'),
      itemNaam: z.string(),
      minimum: z.int(),
      maximum: z.int(),
      velden: z.array(EnkelVeld),
    }),
  ])
  .meta({ id: 'Veld' });

export const SjabloonTaak = z
  .object({
    sleutel: z.string(),
    titel: z.string(),
    uitleg: z.string(),
    uitvoerders: z.array(Uitvoerder),
    opentNaWerkdagen: z.int(),
    termijnWerkdagen: z.int(),
    akkoordDoor: z
      .enum(NIVEAUS)
      .exactOptional()
      .meta({ description: 'Wie het er daarna mee eens moet zijn, behalve wie de taak indient.' }),
    minuten: z.partialRecord(Uitvoerder, z.int()),
    velden: z.array(Veld),
  })
  .meta({ id: 'SjabloonTaak' });

export const SjabloonStap = z
  .object({
    sleutel: z.string(),
    titel: z.string(),
    uitleg: z.string(),
    vensterWeken: z.int(),
    vraagtUitkomst: z.boolean(),
    goedkeuringen: z
      .int()
      .exactOptional()
      .meta({ description: 'Hoeveel adviseurs de stap moeten goedkeuren; 1 als dit er niet staat.' }),
    taken: z.array(SjabloonTaak),
    checkIns: z.array(z.object({ sleutel: z.string(), titel: z.string(), week: z.int() })),
  })
  .meta({ id: 'SjabloonStap' });

const Herinneringsregel = z
  .object({ sleutel: z.string(), werkdagen: z.int(), aan: z.enum(['uitvoerder', 'adviseur', 'leider']) })
  .meta({ id: 'Herinneringsregel' });

const oorzaken = z.array(z.string());
/** When a traject gives a sign of stagnation. */
const Signaalregel = z
  .union([
    z.object({ sleutel: z.literal('geen-antwoord'), herinneringen: z.int(), oorzaken }),
    z.object({ sleutel: z.literal('stap-over-venster'), werkdagen: z.int(), oorzaken }),
    z.object({ sleutel: z.literal('check-in-gemist'), keer: z.int(), oorzaken }),
  ])
  .meta({ id: 'Signaalregel' });

const SjabloonThema = z
  .object({
    sleutel: z.string(),
    titel: z.string(),
    uitleg: z.string(),
    stappen: z.array(z.string()).exactOptional(),
  })
  .meta({ id: 'SjabloonThema' });

/** A whole version: also the file that an adviseur downloads, changes and uploads. */
export const Sjabloon = z
  .object({
    sleutel: z.string(),
    versie: z.int(),
    titel: z.string(),
    naam: z.string().exactOptional(),
    doel: z.string().exactOptional(),
    stappen: z.array(SjabloonStap),
    herinneringen: z.array(Herinneringsregel),
    akkoordNaWerkdagen: z.int(),
    terugstuurWerkdagen: z.int(),
    weekoverzicht: z.object({ weekdag: z.int() }).nullable(),
    signalen: z.array(Signaalregel),
    themas: z.array(SjabloonThema).exactOptional(),
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

export const OvergangVraag = z.object({ versie: z.coerce.number().int().min(1).max(1_000_000) });
export type OvergangVraag = z.infer<typeof OvergangVraag>;
export const OvergangKeuze = z
  .object({ versie: z.int().min(1).max(1_000_000) })
  .meta({ id: 'OvergangKeuze' });
export type OvergangKeuze = z.infer<typeof OvergangKeuze>;
