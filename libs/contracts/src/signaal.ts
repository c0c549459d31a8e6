import { SIGNAALSOORTEN } from '@maatwerktraject/domain';
import { z } from 'zod';
import { Tijdstip, Uuid, verhaal } from './algemeen.js';

/** Causes of stagnation (source 001). */
const OORZAKEN = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
const Oorzaken = z
  .array(z.enum(OORZAKEN))
  .max(OORZAKEN.length)
  .refine((lijst) => new Set(lijst).size === lijst.length, 'Noem elke oorzaak één keer.')
  .meta({ id: 'Oorzaken', description: 'Oorzaken van stagnatie, A tot en met F.' });

export const SIGNAAL_STATUSSEN = ['open', 'bevestigd', 'verworpen'] as const;

/** A sign that a traject may be stuck, and what the adviseur made of it. */
export const Signaal = z
  .object({
    id: Uuid,
    trajectId: Uuid,
    gemeente: z.object({ code: z.string(), naam: z.string() }),
    soort: z.enum(SIGNAALSOORTEN),
    zin: z.string().meta({ description: 'Wat er aan de hand is, in woorden.' }),
    oorzaken: Oorzaken.meta({ description: 'Waar het op kan wijzen.' }),
    op: Tijdstip,
    status: z.enum(SIGNAAL_STATUSSEN),
    besluit: z
      .object({ oorzaken: Oorzaken, toelichting: z.string(), op: Tijdstip })
      .nullable()
      .meta({ description: 'Wat de adviseur ervan vindt; leeg zolang het signaal open is.' }),
  })
  .meta({ id: 'Signaal' });
export type Signaal = z.infer<typeof Signaal>;

export const SignaalLijst = z.object({ items: z.array(Signaal) }).meta({ id: 'SignaalLijst' });
export type SignaalLijst = z.infer<typeof SignaalLijst>;

export const SignaalBesluit = z
  .strictObject({
    besluit: z.enum(['bevestigd', 'verworpen']),
    oorzaken: Oorzaken.default([]),
    toelichting: verhaal(2000).default(''),
  })
  .refine(
    ({ besluit, oorzaken }) => besluit === 'verworpen' || oorzaken.length > 0,
    'Kies minstens één oorzaak als u het signaal bevestigt.',
  )
  .meta({ id: 'SignaalBesluit' });
export type SignaalBesluit = z.infer<typeof SignaalBesluit>;
