import { BERICHTSOORTEN } from '@maatwerktraject/domain';
import { z } from 'zod';
import { Dag, tekst, Tijdstip, Uuid } from './algemeen.js';

const WAT = ['taak-opent', 'taak-vervalt', 'check-in', 'stap-eindigt', 'stap-opent'] as const;

/** One day that becomes another. */
export const DagWijziging = z
  .strictObject({
    wat: z.enum(WAT),
    sleutel: tekst(200).meta({ description: 'Van een taak of gesprek, of het nummer van een stap.' }),
    van: Dag,
    naar: Dag,
  })
  .meta({ id: 'DagWijziging' });

/** What is asked: everything from a day on, later or earlier; or certain days of one traject. */
export const Wijzigingsvraag = z
  .discriminatedUnion('soort', [
    z.strictObject({
      soort: z.literal('verschuif'),
      trajectIds: z
        .array(Uuid)
        .min(1, 'Kies minstens één gemeente, of laat dit weg voor alle gemeenten.')
        .max(400)
        .optional()
        .meta({ description: 'Alleen deze trajecten; zonder dit alle lopende trajecten van het cohort.' }),
      vanaf: Dag.meta({ description: 'Dagen vanaf deze dag schuiven op.' }),
      werkdagen: z
        .int()
        .min(-60, 'Vervroeg niet meer dan 60 werkdagen.')
        .max(120, 'Schuif niet meer dan 120 werkdagen op.')
        .refine((aantal) => aantal !== 0, 'Vul in hoeveel werkdagen de planning opschuift.'),
    }),
    z.strictObject({
      soort: z.literal('dagen'),
      trajectId: Uuid,
      wijzigingen: z.array(DagWijziging).min(1, 'Kies minstens één dag.').max(200),
    }),
  ])
  .meta({ id: 'Wijzigingsvraag' });
export type Wijzigingsvraag = z.infer<typeof Wijzigingsvraag>;

export const NieuwWijzigingsplan = z
  .strictObject({
    vraag: Wijzigingsvraag,
    toelichting: tekst(500).min(1, 'Schrijf kort op waarom de planning verandert.'),
  })
  .meta({ id: 'NieuwWijzigingsplan' });
export type NieuwWijzigingsplan = z.infer<typeof NieuwWijzigingsplan>;

const PLAN_STATUSSEN = ['voorbeeld', 'bezig', 'toegepast', 'ongedaan'] as const;
const DEEL_STATUSSEN = ['wacht', 'toegepast', 'geweigerd', 'ongedaan'] as const;

/** What a plan does to one traject. */
export const WijzigingsplanDeel = z
  .object({
    trajectId: Uuid,
    gemeente: z.object({ code: z.string(), naam: z.string() }),
    status: z.enum(DEEL_STATUSSEN),
    reden: z.string().nullable().meta({ description: 'Waarom dit traject niet kon veranderen.' }),
    aantalDagen: z.int(),
    eersteGevolg: Tijdstip.nullable().meta({
      description: 'Het eerste moment waarop iets anders gaat. Tot dan kan het ongedaan worden gemaakt.',
    }),
  })
  .meta({ id: 'WijzigingsplanDeel' });
export type WijzigingsplanDeel = z.infer<typeof WijzigingsplanDeel>;

export const Wijzigingsplan = z
  .object({
    id: Uuid,
    cohortId: Uuid,
    vraag: Wijzigingsvraag,
    toelichting: z.string(),
    status: z.enum(PLAN_STATUSSEN),
    gemaaktOp: Tijdstip,
    toegepastOp: Tijdstip.nullable(),
    ongedaanOp: Tijdstip.nullable(),
    trajecten: z.array(WijzigingsplanDeel),
  })
  .meta({ id: 'Wijzigingsplan' });
export type Wijzigingsplan = z.infer<typeof Wijzigingsplan>;

export const WijzigingsplanLijst = z
  .object({ items: z.array(Wijzigingsplan.omit({ trajecten: true })) })
  .meta({ id: 'WijzigingsplanLijst' });
export type WijzigingsplanLijst = z.infer<typeof WijzigingsplanLijst>;

/** Each day and mail of one traject that the plan changes. */
export const WijzigingsplanVoorbeeld = z
  .object({
    deel: WijzigingsplanDeel,
    dagen: z.array(z.object({ wat: z.enum(WAT), titel: z.string(), van: Dag, naar: Dag })),
    mails: z
      .array(
        z.object({
          soort: z.enum(BERICHTSOORTEN),
          titel: z.string(),
          aan: z.string(),
          van: Tijdstip.nullable().meta({ description: 'Leeg: deze mail komt erbij.' }),
          naar: Tijdstip.nullable().meta({ description: 'Leeg: deze mail komt niet meer.' }),
        }),
      )
      .meta({ description: 'Als iedereen op tijd is. Wat al is verstuurd, staat hier niet bij.' }),
  })
  .meta({ id: 'WijzigingsplanVoorbeeld' });
export type WijzigingsplanVoorbeeld = z.infer<typeof WijzigingsplanVoorbeeld>;
