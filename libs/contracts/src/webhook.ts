import { TYPENAMEN } from '@maatwerktraject/domain';
import { z } from 'zod';
import { Moment, paginaVan, Paginering, regel, Tijdstip, Uuid } from './algemeen.js';
import { Typenaam } from './gebeurtenisbericht.js';

const STATUSSEN = ['actief', 'gepauzeerd', 'beeindigd'] as const;
const REDENEN = [
  'op-verzoek',
  'steeds-mislukt',
  'ontvanger-stopt',
  'dienst-geblokkeerd',
  'token-ingetrokken',
  'token-verlopen',
  'geen-toegang',
] as const;

const Adres = z
  .string()
  .trim()
  .max(2_000, 'Gebruik niet meer dan 2.000 tekens.')
  .meta({
    description: 'Een openbaar adres dat met https begint.',
    examples: ['https://zaken.gemeente.example/webhook'],
  });
const Typen = z.array(Typenaam).min(1, 'Kies ten minste één type.').max(100);

/** One attempt to deliver, with how it ended. */
export const Leverpoging = z
  .object({
    op: Tijdstip,
    status: z
      .int()
      .nullable()
      .meta({ description: 'De HTTP-status van het antwoord; leeg als er geen antwoord kwam.' }),
    duurMs: z.int().min(0),
    fout: z.string().nullable().meta({ description: 'Wat er misging en wat u kunt doen.' }),
  })
  .meta({ id: 'Leverpoging' });

/** A place where a system gets events by itself. Its secret is not in it. */
export const Webhook = z
  .object({
    id: Uuid,
    accountId: Uuid.meta({ description: 'De dienst waarvan deze webhook is.' }),
    naam: z.string(),
    url: z.string(),
    typen: z.array(z.string()),
    status: z.enum(STATUSSEN),
    reden: z.enum(REDENEN).nullable().meta({ description: 'Waarom hij niet actief is.' }),
    misluktSindsOp: Tijdstip.nullable().meta({ description: 'Sinds wanneer geen enkele poging lukte.' }),
    laatstePoging: Leverpoging.nullable().meta({
      description: 'De laatste poging van de nieuwste levering die al is geprobeerd.',
    }),
    wachtend: z.int().min(0).meta({ description: 'Hoeveel leveringen nog moeten worden bezorgd.' }),
    overlapTotOp: Tijdstip.nullable().meta({
      description: 'Tot wanneer wij ook met het vorige geheim ondertekenen.',
    }),
    tokenId: Uuid.nullable().meta({
      description:
        'Het token waarmee de dienst hem maakte, weer aanzette of veranderde. Werkt dat token niet meer, dan pauzeert de webhook. Leeg: een beheerder deed dat.',
    }),
    gemaaktOp: Tijdstip,
    versie: z.int().meta({ description: 'Telt op bij elke wijziging; staat ook in `ETag`.' }),
  })
  .meta({ id: 'Webhook' });
export type Webhook = z.infer<typeof Webhook>;
export const WebhookPagina = paginaVan(Webhook, 'WebhookPagina');
export type WebhookPagina = z.infer<typeof WebhookPagina>;

export const WebhookVraag = Paginering.extend({
  status: z.enum(STATUSSEN).optional(),
  accountId: Uuid.optional(),
});
export type WebhookVraag = z.infer<typeof WebhookVraag>;

export const NieuweWebhook = z
  .object({
    accountId: Uuid.optional().meta({
      description: 'De dienst. Een beheerder vult dit in; een dienst maakt webhooks voor zichzelf.',
    }),
    naam: regel(120),
    url: Adres,
    typen: Typen.default(TYPENAMEN),
  })
  .meta({ id: 'NieuweWebhook' });
export type NieuweWebhook = z.infer<typeof NieuweWebhook>;

export const GegevenWebhook = Webhook.extend({
  geheim: z
    .string()
    .meta({ description: 'Hiermee ondertekenen wij. U ziet het alleen nu; bewaar het veilig.' }),
}).meta({ id: 'GegevenWebhook' });
export type GegevenWebhook = z.infer<typeof GegevenWebhook>;

export const WebhookWijziging = z
  .object({
    naam: regel(120).optional(),
    url: Adres.optional(),
    typen: Typen.optional(),
    status: z.enum(['actief', 'gepauzeerd'], 'Kies actief of gepauzeerd.').optional(),
  })
  .refine((wijziging) => Object.values(wijziging).some((waarde) => waarde !== undefined), {
    error: 'Er staat niets in om te wijzigen. Vul een naam, adres, typen of status in.',
  })
  .meta({ id: 'WebhookWijziging' });
export type WebhookWijziging = z.infer<typeof WebhookWijziging>;

/** A new secret; for a day there are two. */
export const NieuwGeheim = z
  .object({ geheim: z.string(), overlapTotOp: Tijdstip })
  .meta({ id: 'NieuwGeheim' });
export type NieuwGeheim = z.infer<typeof NieuwGeheim>;

const LEVERSTATUSSEN = ['wacht', 'afgeleverd', 'mislukt', 'vervallen'] as const;

/** One event on its way to one receiver, with what became of it. */
export const Levering = z
  .object({
    id: Uuid,
    gebeurtenisId: z.string().meta({ description: 'De `id` van de CloudEvent, en `webhook-id`.' }),
    type: z.string(),
    aanleiding: z.enum(['gebeurtenis', 'test', 'herhaling']),
    status: z.enum(LEVERSTATUSSEN),
    pogingen: z.array(Leverpoging),
    volgendePogingOp: Tijdstip.nullable(),
    gemaaktOp: Tijdstip,
    afgerondOp: Tijdstip.nullable(),
  })
  .meta({ id: 'Levering' });
export type Levering = z.infer<typeof Levering>;
export const LeveringPagina = paginaVan(Levering, 'LeveringPagina');
export type LeveringPagina = z.infer<typeof LeveringPagina>;

export const LeveringVraag = Paginering.extend({ status: z.enum(LEVERSTATUSSEN).optional() });
export type LeveringVraag = z.infer<typeof LeveringVraag>;

/** From when events are sent again; what is older than the log is read from the list of events. */
export const Herhaling = z
  .object({
    vanaf: Moment.meta({
      description: 'Alles wat sinds dit tijdstip is vastgelegd, ten hoogste 30 dagen terug.',
    }),
  })
  .meta({ id: 'Herhaling' });
export type Herhaling = z.infer<typeof Herhaling>;

export const Herhaald = z
  .object({ aantal: z.int().min(0).meta({ description: 'Hoeveel leveringen zijn klaargezet.' }) })
  .meta({ id: 'Herhaald' });
export type Herhaald = z.infer<typeof Herhaald>;
