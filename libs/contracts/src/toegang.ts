import { LOKAAL_PAD, RECHTEN, ROLLEN } from '@maatwerktraject/domain';
import { z } from 'zod';
import { Emailadres, regel, Tijdstip, Uuid } from './algemeen.js';

export const Rol = z.enum(ROLLEN).meta({ id: 'Rol' });
export type Rol = z.infer<typeof Rol>;
export const Recht = z.enum(RECHTEN).meta({ id: 'Recht' });

/** Who the caller is, and what he may do in the role in which he acts. */
export const Ik = z
  .object({
    accountId: Uuid,
    soort: z.enum(['mens', 'dienst']),
    naam: z.string(),
    email: z.string().nullable().meta({ description: 'Het adres van uw account. Een dienst heeft er geen.' }),
    rol: Rol.meta({ description: 'De rol waarin u nu werkt.' }),
    rollen: z.array(Rol).meta({ description: 'De rollen die u met deze aanmelding kunt kiezen.' }),
    rechten: z.array(Recht),
    vervaltOp: Tijdstip.nullable().meta({ description: 'Wanneer deze sessie uiterlijk eindigt.' }),
  })
  .meta({
    id: 'Ik',
  });
export type Ik = z.infer<typeof Ik>;

export const RolKeuze = z.object({ rol: Rol }).meta({ id: 'RolKeuze' });
export type RolKeuze = z.infer<typeof RolKeuze>;

export const SessieRegel = z
  .object({
    id: Uuid,
    rol: Rol,
    via: z.enum(['oidc', 'link']),
    meerdereFactoren: z.boolean().meta({
      description: 'Of u meer liet zien dan één bewijs; bij een link was dat ook een passkey.',
    }),
    apparaat: z.string(),
    begonnenOp: Tijdstip,
    gebruiktOp: Tijdstip,
    vervaltOp: Tijdstip,
    huidig: z.boolean().meta({ description: 'Of dit de sessie is waarmee u dit vraagt.' }),
  })
  .meta({ id: 'SessieRegel' });
export type SessieRegel = z.infer<typeof SessieRegel>;
export const SessieLijst = z.object({ items: z.array(SessieRegel) }).meta({
  id: 'SessieLijst',
});
export type SessieLijst = z.infer<typeof SessieLijst>;

/** How one can log in here. */
export const Aanmeldopties = z
  .object({
    organisatie: z
      .object({ knop: z.string().meta({ description: 'Tekst op de knop.' }) })
      .nullable()
      .meta({ description: 'Aanmelden met het account van een organisatie; leeg als dat hier niet kan.' }),
  })
  .meta({ id: 'Aanmeldopties' });
export type Aanmeldopties = z.infer<typeof Aanmeldopties>;

/** A page of this website, so that a link can never lead elsewhere. */
export const LokaalPad = z
  .string()
  .max(LOKAAL_PAD.langst)
  .regex(LOKAAL_PAD.vorm, 'Dit is geen pagina van deze website.')
  .meta({ example: '/mijn' });

export const LinkVraag = z
  .object({ email: Emailadres, naar: LokaalPad.default('/') })
  .meta({ id: 'LinkVraag' });
export type LinkVraag = z.infer<typeof LinkVraag>;

/** What is answered to everyone who asks for a link, whether the address is known or not. */
export const LinkGevraagd = z.object({ zin: z.string(), geldigMinuten: z.int() }).meta({
  id: 'LinkGevraagd',
});
export type LinkGevraagd = z.infer<typeof LinkGevraagd>;

export const LinkGebruik = z.object({ sleutel: z.string().max(100) }).meta({ id: 'LinkGebruik' });
export type LinkGebruik = z.infer<typeof LinkGebruik>;

export const Aangemeld = z
  .object({
    naar: LokaalPad.meta({
      description: 'De pagina waar u naartoe wilde; of die van de volgende stap, als er nog iets nodig is.',
    }),
    nogNodig: z.enum(['passkey']).nullable().meta({
      description: 'Wat u nog moet laten zien voordat u bent aangemeld. Leeg: u bent aangemeld.',
    }),
  })
  .meta({ id: 'Aangemeld' });
export type Aangemeld = z.infer<typeof Aangemeld>;

export const Afgemeld = z
  .object({
    afmeldUrl: z.url().nullable().meta({
      description:
        'Adres waar u zich ook bij uw organisatie kunt afmelden; leeg als u zich anders aanmeldde of als dat daar niet kan.',
    }),
  })
  .meta({ id: 'Afgemeld' });
export type Afgemeld = z.infer<typeof Afgemeld>;

export const ACCOUNT_STATUSSEN = ['actief', 'geblokkeerd', 'gewist'] as const;

export const UITNODIGING_STATUSSEN = ['wacht', 'verzonden', 'mislukt', 'onbekend', 'vervallen'] as const;

export const Toekenning = z
  .object({
    id: Uuid,
    accountId: Uuid,
    naam: z.string(),
    email: z.string().nullable(),
    rol: z.enum(['adviseur', 'onderzoeker', 'beheerder']),
    cohortId: Uuid.nullable().meta({ description: 'Leeg: de rol zelf, zonder cohort.' }),
    identiteiten: z
      .boolean()
      .meta({ description: 'Of een onderzoeker namen van gemeenten ziet in plaats van kenmerken.' }),
    reden: z.string().nullable(),
    verleendDoor: z
      .string()
      .nullable()
      .meta({ description: 'Wie de toegang gaf; leeg als dat een beheerder of het systeem was.' }),
    verleendOp: Tijdstip,
    vervaltOp: Tijdstip.nullable().meta({ description: 'Vanaf dan werkt de toegang niet meer.' }),
    uitnodiging: z.enum(UITNODIGING_STATUSSEN).nullable().meta({
      description:
        'Hoe het staat met de mail hierover; leeg als er geen mail bij hoort. `onbekend`: niet zeker of hij aankwam.',
    }),
  })
  .meta({ id: 'Toekenning' });
export type Toekenning = z.infer<typeof Toekenning>;

export const ToekenningLijst = z.object({ items: z.array(Toekenning) }).meta({ id: 'ToekenningLijst' });
export type ToekenningLijst = z.infer<typeof ToekenningLijst>;

const reden = regel(300).min(10, 'Schrijf in ten minste 10 tekens op waarom dit nodig is.');

/**
 * Gives somebody a part in a cohort: a person by address, or an account by its ID. Who has no account yet gets one, and can
 * log in with this address.
 */
export const NieuweToekenning = z
  .object({
    email: Emailadres.optional(),
    naam: regel(120).optional(),
    accountId: Uuid.optional().meta({
      description: 'In plaats van naam en e-mailadres: het account, bijvoorbeeld van een dienst.',
    }),
    rol: z.enum(['adviseur', 'onderzoeker']),
    identiteiten: z.boolean().default(false),
    reden: reden.nullable().default(null),
    geldigDagen: z
      .int()
      .min(1, 'Kies ten minste 1 dag.')
      .max(365, 'Kies ten hoogste 365 dagen.')
      .nullable()
      .default(null)
      .meta({ description: 'Na zoveel dagen eindigt de toegang. Verplicht bij namen van gemeenten.' }),
  })
  .refine(({ accountId, email }) => (accountId === undefined) !== (email === undefined), {
    path: ['email'],
    error: 'Vul een e-mailadres in, of een account. Niet allebei.',
  })
  .refine(({ email, naam }) => (email === undefined) === (naam === undefined), {
    path: ['naam'],
    error: 'Vul bij een e-mailadres ook een naam in. Bij een account hoeft dat niet.',
  })
  .refine(({ identiteiten, rol }) => !identiteiten || rol === 'onderzoeker', {
    path: ['identiteiten'],
    error: 'Namen van gemeenten ziet een adviseur al. Zet dit uit, of kies onderzoeker.',
  })
  .refine(({ identiteiten, reden: waarom }) => !identiteiten || waarom !== null, {
    path: ['reden'],
    error: 'Schrijf op waarom deze onderzoeker de namen van gemeenten nodig heeft.',
  })
  .refine(({ identiteiten, geldigDagen }) => !identiteiten || geldigDagen !== null, {
    path: ['geldigDagen'],
    error: 'Kies voor hoeveel dagen deze onderzoeker de namen van gemeenten mag zien.',
  })
  // A cohort keeps an adviseur: that access does not end by itself.
  .refine(({ rol, geldigDagen }) => rol === 'onderzoeker' || geldigDagen === null, {
    path: ['geldigDagen'],
    error:
      'De toegang van een adviseur heeft geen einddatum. Laat de dagen weg, en trek de toegang later in.',
  })
  .meta({
    id: 'NieuweToekenning',
  });
export type NieuweToekenning = z.infer<typeof NieuweToekenning>;

/** Whom the mails of a cohort name and go to, when they are for the adviseur. */
export const CohortAdviseur = z
  .object({
    accountId: Uuid.nullable().meta({
      description: 'Het account met dit adres dat toegang heeft als adviseur; leeg als dat er niet is.',
    }),
    naam: z.string(),
    email: z.string(),
    versie: z.int().meta({ description: 'Telt op bij elke wijziging; staat ook in `ETag`.' }),
  })
  .meta({ id: 'CohortAdviseur' });
export type CohortAdviseur = z.infer<typeof CohortAdviseur>;

export const AdviseurKeuze = z
  .object({ accountId: Uuid.meta({ description: 'Een persoon die toegang heeft als adviseur.' }) })
  .meta({ id: 'AdviseurKeuze' });
export type AdviseurKeuze = z.infer<typeof AdviseurKeuze>;
