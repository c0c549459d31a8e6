import { z } from 'zod';
import { Paginering, regel, Tijdstip, Uuid } from './algemeen.js';
import { Niveau, PostTelling } from './cohort.js';
import { Uitvoerder } from './sjabloon.js';
import { BerichtRegel, BerichtStatus } from './traject.js';

export const BerichtVraag = Paginering.extend({
  status: BerichtStatus.optional().meta({ description: 'Alleen mails met deze stand.' }),
});
export type BerichtVraag = z.infer<typeof BerichtVraag>;

export const POGING_UITKOMSTEN = ['verzonden', 'mislukt-later', 'mislukt', 'onbekend'] as const;
export const BerichtPoging = z
  .object({
    nummer: z.int(),
    begonnenOp: Tijdstip,
    geeindigdOp: Tijdstip,
    uitkomst: z.enum(POGING_UITKOMSTEN),
    antwoord: z
      .string()
      .nullable()
      .meta({ description: 'De woorden van de mailserver; leeg als die zijn gewist.' }),
    nagekomen: z
      .string()
      .nullable()
      .meta({ description: 'Wat een mailserver later nog over deze poging meldde.' }),
    nagekomenOp: Tijdstip.nullable(),
  })
  .meta({ id: 'BerichtPoging' });
export type BerichtPoging = z.infer<typeof BerichtPoging>;

export const HERLEIDING_STAPPEN = [
  'basis',
  'plus-werkdagen',
  'feestdag',
  'rustperiode',
  'spreiding',
] as const;
/** One step in how the moment of a mail was reckoned: days (`2027-02-08`) or instants. */
export const HerleidingStap = z
  .object({
    stap: z.enum(HERLEIDING_STAPPEN),
    van: z.string(),
    naar: z.string(),
    aantal: z.int().optional(),
    naam: z.string().optional(),
  })
  .meta({ id: 'HerleidingStap' });
export type HerleidingStap = z.infer<typeof HerleidingStap>;

export const BESLUITEN = ['aangekomen', 'opnieuw'] as const;
export const Besluit = z.enum(BESLUITEN).meta({ id: 'Besluit' });

/** A mail with all that explains why it was sent, or was not. */
export const BerichtDetail = BerichtRegel.extend({
  trajectId: Uuid,
  gemeente: z.object({ code: z.string(), naam: z.string() }),
  oefen: z.boolean(),
  sleutel: z.string().meta({ description: 'Het kenmerk waaruit het Message-ID volgt.' }),
  regel: z.string().nullable().meta({ description: 'De regel van het sjabloon die deze mail bracht.' }),
  voorNiveau: Uitvoerder.nullable().meta({
    description: 'Voor wie de taak eigenlijk is, als de ontvanger die in de plaats van een ander doet.',
  }),
  gemaaktOp: Tijdstip,
  herleiding: z
    .array(HerleidingStap)
    .meta({ description: 'Hoe het moment is berekend; leeg als dat niet bekend is.' }),
  verloop: z.array(BerichtPoging),
  adresprobleemId: Uuid.nullable().meta({ description: 'Waarom de mail wordt aangehouden.' }),
  besluiten: z.array(Besluit).meta({ description: 'Wat u over deze mail kunt zeggen.' }),
}).meta({ id: 'BerichtDetail' });
export type BerichtDetail = z.infer<typeof BerichtDetail>;

const reden = regel(300).min(10, 'Schrijf in ten minste 10 tekens op waarom.');

export const BerichtBesluit = z.strictObject({ besluit: Besluit, reden }).meta({ id: 'BerichtBesluit' });
export type BerichtBesluit = z.infer<typeof BerichtBesluit>;

export const ADRESPROBLEEM_BRONNEN = ['geweigerd', 'teruggekomen'] as const;
export const ADRESPROBLEEM_OPLOSSINGEN = [
  'opnieuw',
  'adres-gewijzigd',
  'adviseur-gewisseld',
  'gewist',
] as const;
/** An address to which mail does not arrive, and to whom that is. */
export const Adresprobleem = z
  .object({
    id: Uuid,
    wie: z.object({ naam: z.string(), email: z.string(), niveau: Niveau.nullable() }).nullable().meta({
      description: 'Zonder niveau: de adviseur van het cohort. Leeg: deze persoon is er niet meer.',
    }),
    sinds: Tijdstip,
    bron: z.enum(ADRESPROBLEEM_BRONNEN),
    code: z.string().meta({ examples: ['5.1.1'] }),
    woorden: z.string().nullable().meta({ description: 'Wat de mailserver zei.' }),
    aangehouden: z.int().meta({ description: 'Hoeveel mails van dit traject op een oplossing wachten.' }),
    opgelostOp: Tijdstip.nullable(),
    oplossing: z.enum(ADRESPROBLEEM_OPLOSSINGEN).nullable(),
  })
  .meta({ id: 'Adresprobleem' });
export type Adresprobleem = z.infer<typeof Adresprobleem>;

export const AdresprobleemLijst = z
  .object({ items: z.array(Adresprobleem), post: PostTelling })
  .meta({ id: 'AdresprobleemLijst' });
export type AdresprobleemLijst = z.infer<typeof AdresprobleemLijst>;

export const AdresprobleemOplossing = z.strictObject({ reden }).meta({ id: 'AdresprobleemOplossing' });
export type AdresprobleemOplossing = z.infer<typeof AdresprobleemOplossing>;

/** What was done with a message of a mail server. */
export const RetourUitkomst = z
  .object({
    uitkomst: z.enum(['adresprobleem', 'genoteerd']).meta({
      description:
        'adresprobleem: de mail komt nooit aan, en de adviseur krijgt dat te zien. genoteerd: het staat bij de mail.',
    }),
  })
  .meta({ id: 'RetourUitkomst' });
export type RetourUitkomst = z.infer<typeof RetourUitkomst>;
