import { z } from 'zod';
import { UITVOERDERS } from '@maatwerktraject/domain';

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
    taken: z.array(SjabloonTaak),
    checkIns: z.array(z.object({ sleutel: z.string(), titel: z.string(), week: z.int() })),
  })
  .meta({ id: 'SjabloonStap' });

export const Sjabloon = z
  .object({
    sleutel: z.string(),
    versie: z.int(),
    titel: z.string(),
    stappen: z.array(SjabloonStap),
    herinneringen: z.object({
      voorWerkdagen: z.int(),
      naWerkdagen: z.int(),
      escalatieNaWerkdagen: z.int(),
      akkoordNaWerkdagen: z.int(),
    }),
  })
  .meta({ id: 'Sjabloon' });
export type Sjabloon = z.infer<typeof Sjabloon>;

export const SjabloonRegel = z
  .object({ sleutel: z.string(), versie: z.int(), titel: z.string() })
  .meta({ id: 'SjabloonRegel' });
export const SjabloonLijst = z.object({ items: z.array(SjabloonRegel) }).meta({ id: 'SjabloonLijst' });
export type SjabloonLijst = z.infer<typeof SjabloonLijst>;
