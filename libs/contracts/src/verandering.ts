import { plusDagen } from '@maatwerktraject/domain';
import { z } from 'zod';
import { Dag, regel, Tijdstip, verhaal } from './algemeen.js';
import { Uitvoerder } from './sjabloon.js';

const reden = (vraag: string) => verhaal(4_000).min(1, vraag);

/** Standing still for a while: until a day, or until somebody says that it goes on. */
export const PauzeInvoer = z
  .object({
    toelichting: reden('Schrijf op waarom het traject pauzeert.'),
    tot: Dag.nullable().default(null).meta({
      description: 'De werkdag waarop het traject vanzelf weer verder gaat; leeg: als u het hervat.',
    }),
  })
  .meta({ id: 'PauzeInvoer' });
export type PauzeInvoer = z.infer<typeof PauzeInvoer>;

export const Terugtrekking = z
  .object({ toelichting: reden('Schrijf op waarom de gemeente stopt.') })
  .meta({ id: 'Terugtrekking' });
export type Terugtrekking = z.infer<typeof Terugtrekking>;

/** Why a taak is not good yet. Everyone of the gemeente can read it. */
export const Terugsturing = z
  .object({ toelichting: reden('Schrijf op wat er nog nodig is. De gemeente leest dit.') })
  .meta({ id: 'Terugsturing' });
export type Terugsturing = z.infer<typeof Terugsturing>;

export const TaakVerval = z
  .object({ toelichting: reden('Schrijf op waarom deze taak niet meer nodig is.') })
  .meta({ id: 'TaakVerval' });
export type TaakVerval = z.infer<typeof TaakVerval>;

/** A taak that the sjabloon does not have, for one traject. */
export const ExtraTaak = z
  .object({
    titel: regel(120),
    uitleg: reden('Leg uit wat u vraagt en waarom.'),
    minuten: z
      .int('Vul een heel aantal minuten in.')
      .min(1, 'Vul ten minste 1 minuut in.')
      .max(2_400, 'Vul ten hoogste 2.400 minuten in.'),
    uitvoerder: Uitvoerder,
    opentOp: Dag,
    vervaltOp: Dag,
  })
  .meta({ id: 'ExtraTaak' });
export type ExtraTaak = z.infer<typeof ExtraTaak>;

/** Why, and since when, a traject stands still. */
export const Onderbreking = z
  .object({
    sinds: Dag,
    tot: Dag.nullable().meta({ description: 'De dag waarop het vanzelf verder gaat.' }),
    toelichting: z.string().nullable().meta({ description: 'Waarom; alleen voor de adviseur.' }),
  })
  .meta({ id: 'Onderbreking' });

/** What somebody wrote when a taak was sent back. */
export const Teruggestuurd = z
  .object({ op: Tijdstip, toelichting: z.string(), door: z.enum(['adviseur', 'gemeente']) })
  .meta({ id: 'Teruggestuurd' });

const LANGSTE_DAGEN = 12 * 7;
const MAX_PERIODES = 20;

export const Rustperiode = z
  .object({ naam: regel(80), van: Dag, tot: Dag })
  .superRefine(({ van, tot }, { addIssue }) => {
    if (tot < van)
      addIssue({ code: 'custom', path: ['tot'], message: 'De laatste dag kan niet voor de eerste liggen.' });
    else if (tot > plusDagen(van, LANGSTE_DAGEN - 1))
      addIssue({ code: 'custom', path: ['tot'], message: 'Een rustperiode duurt ten hoogste 12 weken.' });
  })
  .meta({ id: 'Rustperiode' });
export type Rustperiode = z.infer<typeof Rustperiode>;

/** All of them at once: what is not in the list is taken away. */
export const RustperiodesInvoer = z
  .object({
    rustperiodes: z
      .array(Rustperiode)
      .max(MAX_PERIODES, `Een cohort heeft ten hoogste ${String(MAX_PERIODES)} rustperiodes.`)
      .superRefine((lijst, { addIssue }) => {
        lijst.forEach((een, index) => {
          const botst = lijst.find((ander, plaats) => plaats < index && ander.van <= een.tot && een.van <= ander.tot);
          if (botst)
            addIssue({
              code: 'custom',
              path: [index, 'van'],
              message: `Deze rustperiode valt samen met "${botst.naam}". Kies andere dagen, of maak er een van.`,
            });
        });
      }),
  })
  .meta({ id: 'RustperiodesInvoer' });
export type RustperiodesInvoer = z.infer<typeof RustperiodesInvoer>;

export const Rustperiodes = z
  .object({
    rustperiodes: z.array(Rustperiode),
    versie: z.int().min(0),
    nogTeVerwerken: z.int().min(0).meta({
      description: 'Trajecten die de nieuwste rustperiodes nog niet hebben overgenomen. Bewaar ze dan nog eens.',
    }),
  })
  .meta({ id: 'Rustperiodes' });
export type Rustperiodes = z.infer<typeof Rustperiodes>;
