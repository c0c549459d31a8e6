import { isDatum } from '@maatwerktraject/domain';
import { z } from 'zod';

/** A calendar day, `YYYY-MM-DD`. */
export const Dag = z
  .string()
  .refine(isDatum, 'Vul een bestaande datum in, zoals 2027-02-01.')
  .meta({ format: 'date', examples: ['2027-02-01'] });

/** An instant, ISO 8601 in UTC. */
export const Tijdstip = z.iso.datetime().meta({ examples: ['2027-02-01T08:00:00.000Z'] });

/** In ms: what PostgreSQL and a calendar both know. Nothing of ours was before or after. */
const EERSTE = Date.parse('0001-01-01T00:00:00Z');
const LAATSTE = Date.parse('9999-12-31T23:59:59.999Z');

/** An instant as somebody gives it, at any distance from UTC; what is read is in UTC (PostgreSQL knows no `-19:24`). */
export const Moment = z.iso
  .datetime({ offset: true, abort: true, error: 'Vul een tijdstip in, zoals 2027-02-01T08:00:00Z.' })
  .overwrite((tijdstip) => new Date(Math.min(Math.max(Date.parse(tijdstip), EERSTE), LAATSTE)).toISOString());

export const Uuid = z.uuid('Dit is geen geldig kenmerk.');

export const Gemeentecode = z
  .string()
  .regex(/^GM\d{4}$/, 'Een gemeentecode is GM met vier cijfers, zoals GM0153.')
  .meta({ examples: ['GM0153'] });

/** Text of one line that a person types: trimmed, not empty, no control characters (they could forge mail headers). */
export const regel = (max: number): z.ZodString =>
  z
    .string()
    // Before the ends are cut off: what is said of a text is said of what was sent.
    .regex(/^[^\u0000-\u001f\u007f]*$/u, 'Gebruik hier geen regeleinden of stuurtekens.')
    .trim()
    .min(1, 'Vul dit in.')
    .max(max, `Gebruik niet meer dan ${String(max)} tekens.`);

const zonderNul = (): z.ZodString =>
  z
    .string()
    .regex(/^[^\u0000]*$/u, 'In deze tekst staat een teken dat niet kan worden bewaard. Haal het weg.');
const teLang = (max: number): string => `Gebruik niet meer dan ${max.toLocaleString('nl-NL')} tekens.`;

/** Any text up to so many characters, but without NUL, which cannot be stored. */
export const tekst = (max: number): z.ZodString => zonderNul().max(max, teLang(max));

/** The same of what somebody writes: white space around it is cut off, and not counted. */
export const verhaal = (max: number): z.ZodString => zonderNul().trim().max(max, teLang(max));

const GEEN_ADRES = 'Vul een volledig e-mailadres in, zoals naam@gemeente.nl.';

/** What stands before the @ has its own limit (RFC 5321): no server takes mail for a longer one. */
export const Emailadres = z
  .email({ error: GEEN_ADRES, abort: true })
  .max(254)
  .regex(/^[^@]{1,64}@/, GEEN_ADRES);

/** How much of a list, and after which place in it. */
export const Paginering = z.object({
  limiet: z.coerce
    .number()
    .int()
    .min(1)
    .max(500)
    .default(50)
    .meta({ description: 'Hoeveel er ten hoogste in een antwoord staan.' }),
  na: z.string().max(2_000).optional().meta({
    description: 'De plaats in de lijst waarna u verder leest: `volgende` uit het vorige antwoord.',
  }),
});
export type Paginering = z.infer<typeof Paginering>;

const deel = <T extends z.ZodType>(item: T) =>
  z.object({
    items: z.array(item),
    volgende: z
      .string()
      .nullable()
      .meta({ description: 'Stuur dit mee als `na` voor het vervolg; leeg als er niet meer is.' }),
  });

/** A part of a list: the items, where the next part begins (null: this was the last), and how many there are in all. */
export const paginaVan = <T extends z.ZodType>(item: T, naam: string) =>
  deel(item)
    .extend({ totaal: z.int().min(0) })
    .meta({ id: naam });

/** A part of a list of which nobody counts how long it is. */
export const deelVan = <T extends z.ZodType>(item: T, naam: string) => deel(item).meta({ id: naam });

export const Fout = z
  .object({
    pad: z
      .string()
      .meta({ description: 'Veld waar het misgaat, met punten tussen de delen; leeg voor het geheel.' }),
    zin: z.string().meta({ description: 'Wat er mis is en wat u kunt doen.' }),
  })
  .meta({ id: 'Fout' });
export type Fout = z.infer<typeof Fout>;

const versie = z.record(z.string(), z.unknown());
/** What came in and what is there, for who has to choose between the two. */
export const Versies = z
  .object({
    gestuurd: z.object({ inhoud: versie }),
    bewaard: z.object({ inhoud: versie, versie: z.int(), bewaardOp: Tijdstip.nullable() }),
  })
  .meta({ id: 'Versies' });
export type Versies = z.infer<typeof Versies>;

/** RFC 9457; `fouten` says per field what is wrong. */
export const Probleem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string().optional(),
    fouten: z.array(Fout).optional(),
    versies: Versies.optional().meta({
      description: 'Bij 412 op een concept: wat u stuurde, en wat er intussen is bewaard.',
    }),
  })
  .meta({ id: 'Probleem' });
export type Probleem = z.infer<typeof Probleem>;

/** What runs where; the start page links to it. Absent when it is not there. */
export const Omgeving = z
  .object({
    versie: z.string(),
    oefenen: z.boolean().meta({ description: 'Of er oefencohorten gemaakt kunnen worden.' }),
    postvakUrl: z.string().nullable(),
    temporalUrl: z.string().nullable(),
    apiDocumentatieUrl: z.string(),
    securityTxtUrl: z
      .string()
      .nullable()
      .meta({ description: 'Waar staat hoe u een zwakke plek meldt (RFC 9116).' }),
  })
  .meta({ id: 'Omgeving' });
export type Omgeving = z.infer<typeof Omgeving>;
