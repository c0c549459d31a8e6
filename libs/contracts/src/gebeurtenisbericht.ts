import { TESTTYPE, TYPENAMEN } from '@maatwerktraject/domain';
import { z } from 'zod';
import { deelVan, Gemeentecode, Paginering, Tijdstip, Uuid } from './algemeen.js';

export const Typenaam = z
  .enum(TYPENAMEN as [string, ...string[]], 'Kies een type uit de lijst van gebeurtenistypen.')
  .meta({ id: 'Typenaam' });

/** What an event tells: opaque IDs, codes and keys of the sjabloon; never text of a person. */
export const GebeurtenisData = z
  .object({
    cohortId: Uuid,
    trajectId: Uuid.optional().meta({ description: 'Ontbreekt als het over een heel cohort gaat.' }),
    gemeentecode: Gemeentecode.optional(),
    stap: z.string().optional().meta({ description: 'Sleutel van de stap in het sjabloon.' }),
    taak: z.string().optional().meta({ description: 'Sleutel van de taak in het sjabloon.' }),
    checkIn: z.string().optional().meta({ description: 'Sleutel van de check-in in het sjabloon.' }),
    status: z.string().meta({ description: 'Hoe het er na deze gebeurtenis voor staat.' }),
    op: Tijdstip.meta({ description: 'Wanneer het gebeurde. In een oefencohort de tijd van de oefenklok.' }),
    oefen: z.boolean().meta({ description: 'Of dit uit een oefencohort komt.' }),
  })
  .meta({ id: 'GebeurtenisData' });

const Omslag = z.object({
  specversion: z.literal('1.0'),
  id: z.string().meta({ description: 'Vast kenmerk van de gebeurtenis; ook `webhook-id`.' }),
  source: z.string().meta({ description: 'Welk systeem dit meldt, als URN.' }),
  type: z.string(),
  subject: z.string().optional().meta({ description: 'Kenmerk van het traject, of van het cohort.' }),
  time: Tijdstip.meta({ description: 'Wanneer het is vastgelegd, in werkelijke tijd.' }),
  datacontenttype: z.literal('application/json'),
  dataschema: z.url(),
});

/** CloudEvents 1.0 as JSON, within the NL GOV profile. */
export const CloudEvent = Omslag.extend({
  sequence: z
    .string()
    .optional()
    .meta({ description: 'Loopt op in de volgorde van vastleggen. Er zitten gaten in.' }),
  data: GebeurtenisData,
}).meta({ id: 'CloudEvent' });
export type CloudEvent = z.infer<typeof CloudEvent>;

/** What a webhook gets when somebody asks for a test: in no list, about nothing. */
export const TestEvent = Omslag.omit({ subject: true })
  .extend({
    type: z.literal(TESTTYPE),
    data: z.object({ webhookId: Uuid.meta({ description: 'De webhook die wordt beproefd.' }) }),
  })
  .meta({ id: 'TestEvent', description: 'Een proefbericht. Het gaat over niets: verwerk het niet.' });
export type TestEvent = z.infer<typeof TestEvent>;

export const CloudEventPagina = deelVan(CloudEvent, 'CloudEventPagina');
export type CloudEventPagina = z.infer<typeof CloudEventPagina>;

export const CloudEventVraag = Paginering.extend({
  type: Typenaam.optional(),
  cohortId: Uuid.optional(),
  vanafSequence: z
    .string()
    .regex(/^\d{12}$/, 'Vul de sequence in van de laatste gebeurtenis die u hebt: twaalf cijfers.')
    .optional()
    .meta({ description: 'Alleen wat na deze `sequence` komt.' }),
});
export type CloudEventVraag = z.infer<typeof CloudEventVraag>;

export const Gebeurtenistype = z
  .object({ type: z.string(), uitleg: z.string(), dataschema: z.url() })
  .meta({ id: 'Gebeurtenistype' });
export const GebeurtenistypeLijst = z
  .object({ items: z.array(Gebeurtenistype) })
  .meta({ id: 'GebeurtenistypeLijst' });
export type GebeurtenistypeLijst = z.infer<typeof GebeurtenistypeLijst>;

/** A JSON Schema (2020-12) of the `data` of one type. */
export const Dataschema = z.record(z.string(), z.unknown()).meta({ id: 'Dataschema' });
export type Dataschema = z.infer<typeof Dataschema>;
