import { dagnummer, isDatum, MAX_VERVANGING_DAGEN } from '@maatwerktraject/domain';
import { z } from 'zod';
import { Dag, Emailadres, regel, Uuid } from './algemeen.js';
import { Contactpersoon, Niveau } from './cohort.js';
import { UITNODIGING_STATUSSEN } from './toegang.js';

/** Who stands in for a contactpersoon. */
export const Vervanging = z
  .object({
    vervangerId: Uuid.meta({ description: 'De contactpersoon die vervangt.' }),
    van: Dag,
    tot: Dag.meta({ description: 'Tot en met deze dag.' }),
  })
  .meta({ id: 'Vervanging' });
export type Vervanging = z.infer<typeof Vervanging>;

/** A contactpersoon of a traject, also one who has left. */
export const TrajectContact = z
  .object({
    id: Uuid,
    ...Contactpersoon.shape,
    hoofdcontact: z.boolean(),
    uzelf: z.boolean().meta({ description: 'Of u dit zelf bent.' }),
    weekoverzicht: z
      .boolean()
      .meta({ description: 'Of deze persoon de taken in één mail per week wil; anders elke taak apart.' }),
    vertrektOp: Dag.nullable().meta({
      description: 'De eerste dag waarop deze persoon er niet meer bij is; leeg als dat niet bekend is.',
    }),
    vervanging: Vervanging.nullable(),
    uitnodiging: z.enum(UITNODIGING_STATUSSEN).nullable().meta({
      description: 'Hoe het staat met de mail aan wie er later bij kwam. Alleen de adviseur ziet dit.',
    }),
  })
  .meta({ id: 'TrajectContact' });
export type TrajectContact = z.infer<typeof TrajectContact>;

export const NieuwContact = z
  .strictObject({ naam: regel(120), email: Emailadres, niveau: Niveau })
  .meta({ id: 'NieuwContact' });
export type NieuwContact = z.infer<typeof NieuwContact>;

/** What is absent stays as it is. */
export const ContactWijziging = z
  .strictObject({
    naam: regel(120).optional(),
    email: Emailadres.optional(),
    niveau: Niveau.optional(),
    weekoverzicht: z.boolean().optional(),
    vertrektOp: Dag.nullable().optional().meta({
      description: 'De eerste dag waarop deze persoon er niet meer bij is; `null`: hij of zij blijft toch.',
    }),
  })
  .refine((wijziging) => Object.keys(wijziging).length > 0, 'Vul in wat er anders moet.')
  .meta({ id: 'ContactWijziging' });
export type ContactWijziging = z.infer<typeof ContactWijziging>;

const dagen = (van: string, tot: string): number => dagnummer(tot) - dagnummer(van) + 1;

export const VervangingInvoer = z
  .strictObject({ vervangerId: Uuid, van: Dag, tot: Dag })
  .refine(({ van, tot }) => !isDatum(van) || !isDatum(tot) || tot >= van, {
    path: ['tot'],
    error: 'Kies een laatste dag die niet voor de eerste dag ligt.',
  })
  .refine(({ van, tot }) => !isDatum(van) || !isDatum(tot) || dagen(van, tot) <= MAX_VERVANGING_DAGEN, {
    path: ['tot'],
    error: 'Een vervanging duurt ten hoogste 26 weken. Kies een eerdere laatste dag.',
  })
  .meta({ id: 'VervangingInvoer' });
export type VervangingInvoer = z.infer<typeof VervangingInvoer>;

export const HoofdcontactKeuze = z
  .strictObject({ contactpersoonId: Uuid.meta({ description: 'Wie het hoofdcontact wordt.' }) })
  .meta({ id: 'HoofdcontactKeuze' });
export type HoofdcontactKeuze = z.infer<typeof HoofdcontactKeuze>;

/** Who guides one traject. */
export const TrajectAdviseur = z
  .object({
    accountId: Uuid.nullable().meta({
      description: 'Wie voor dit traject is gekozen; leeg als dat de adviseur van het cohort is.',
    }),
    naam: z.string(),
    email: z.string(),
  })
  .meta({ id: 'TrajectAdviseur' });
export type TrajectAdviseur = z.infer<typeof TrajectAdviseur>;

export const TrajectAdviseurKeuze = z
  .strictObject({
    accountId: Uuid.nullable().meta({
      description: 'Een adviseur van dit cohort; `null`: weer de adviseur van het cohort.',
    }),
  })
  .meta({ id: 'TrajectAdviseurKeuze' });
export type TrajectAdviseurKeuze = z.infer<typeof TrajectAdviseurKeuze>;

/** Who hears of what stays too late for too long. */
export const CohortLeider = z
  .object({
    accountId: Uuid.nullable().meta({ description: 'Leeg: er is geen leider. De adviseur krijgt die mail.' }),
    naam: z.string().nullable(),
    email: z.string().nullable(),
  })
  .meta({ id: 'CohortLeider' });
export type CohortLeider = z.infer<typeof CohortLeider>;

export const LeiderKeuze = z
  .strictObject({
    accountId: Uuid.nullable().meta({
      description:
        'Een adviseur van dit cohort. Een beheerder kan ook een beheerder kiezen. `null`: geen leider.',
    }),
  })
  .meta({ id: 'LeiderKeuze' });
export type LeiderKeuze = z.infer<typeof LeiderKeuze>;
