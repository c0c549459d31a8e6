import { RECHTEN_VAN_DIENST, RECHTEN_VAN_MENSEN } from '@maatwerktraject/domain';
import { z } from 'zod';
import {
  Emailadres,
  Gemeentecode,
  Moment,
  paginaVan,
  Paginering,
  regel,
  Tijdstip,
  Uuid,
} from './algemeen.js';
import { ACCOUNT_STATUSSEN, Recht, Rol, Toekenning } from './toegang.js';

const Soort = z.enum(['mens', 'dienst']);

/** Roles that somebody is given; `gemeente` comes with being a contactpersoon. */
export const VerleendeRol = z.enum(
  ['adviseur', 'onderzoeker', 'beheerder'],
  'Kies adviseur, onderzoeker of beheerder.',
);
export type VerleendeRol = z.infer<typeof VerleendeRol>;

/** Somebody, or a system of somebody, who can use this. */
export const AccountRegel = z
  .object({
    id: Uuid,
    soort: Soort,
    naam: z.string(),
    email: z.string().nullable(),
    status: z.enum(ACCOUNT_STATUSSEN),
    rollen: z.array(Rol).meta({ description: 'Wat deze persoon of dienst hier nu kan zijn.' }),
    gemaaktOp: Tijdstip,
  })
  .meta({ id: 'AccountRegel' });
export type AccountRegel = z.infer<typeof AccountRegel>;
export const AccountPagina = paginaVan(AccountRegel, 'AccountPagina');
export type AccountPagina = z.infer<typeof AccountPagina>;

export const AccountVraag = Paginering.extend({
  soort: Soort.optional(),
  status: z.enum(ACCOUNT_STATUSSEN).optional(),
  rol: Rol.optional(),
});
export type AccountVraag = z.infer<typeof AccountVraag>;

export const Account = AccountRegel.extend({
  toekenningen: z
    .array(Toekenning)
    .meta({ description: 'De rollen en cohorten die zijn gegeven en niet ingetrokken.' }),
  versie: z.int().meta({ description: 'Telt op bij elke wijziging; staat ook in `ETag`.' }),
}).meta({ id: 'Account' });
export type Account = z.infer<typeof Account>;

export const NieuwAccount = z
  .discriminatedUnion('soort', [
    z.object({
      soort: z.literal('mens'),
      naam: regel(120),
      email: Emailadres,
      rollen: z.array(VerleendeRol).min(1, 'Kies ten minste één rol.').max(3),
    }),
    z.object({ soort: z.literal('dienst'), naam: regel(120) }),
  ])
  .meta({ id: 'NieuwAccount' });
export type NieuwAccount = z.infer<typeof NieuwAccount>;

export const AccountWijziging = z
  .object({
    naam: regel(120).optional(),
    status: z.enum(['actief', 'geblokkeerd'], 'Kies actief of geblokkeerd.').optional(),
    email: Emailadres.optional(),
  })
  .refine((invoer) => Object.values(invoer).some((waarde) => waarde !== undefined), {
    error: 'Er staat niets in om te wijzigen. Vul een naam, een status of een e-mailadres in.',
  })
  .refine(({ naam, status, email }) => email === undefined || (naam === undefined && status === undefined), {
    error: 'Wijzig een e-mailadres apart van de naam en de status.',
    path: ['email'],
  })
  .meta({ id: 'AccountWijziging', minProperties: 1 });
export type AccountWijziging = z.infer<typeof AccountWijziging>;

export const NieuweRol = z.object({ rol: VerleendeRol }).meta({ id: 'NieuweRol' });
export type NieuweRol = z.infer<typeof NieuweRol>;

/** The first that holds: a withdrawn token is no longer said to have expired. */
export const DIENSTTOKEN_STANDEN = [
  'werkt',
  'zonder-cohort',
  'zonder-rol',
  'geblokkeerd',
  'verlopen',
  'ingetrokken',
] as const;

/** A token of a service. The secret itself is not in it: that is not kept. */
export const Diensttoken = z
  .object({
    id: Uuid,
    naam: z.string(),
    rol: z.enum(['adviseur', 'onderzoeker']),
    rechten: z.array(Recht),
    gemaaktOp: Tijdstip,
    vervaltOp: Tijdstip,
    gebruiktOp: Tijdstip.nullable().meta({ description: 'Laatste gebruik, tot op een minuut.' }),
    ingetrokkenOp: Tijdstip.nullable(),
    stand: z.enum(DIENSTTOKEN_STANDEN).meta({
      description:
        'Of het token werkt. Met `zonder-rol` heeft de dienst de rol van het token niet (meer), en werkt het niet. Met `zonder-cohort` werkt het, maar ziet de dienst geen enkel cohort.',
    }),
  })
  .meta({ id: 'Diensttoken' });
export type Diensttoken = z.infer<typeof Diensttoken>;
export const DiensttokenPagina = paginaVan(Diensttoken, 'DiensttokenPagina');
export type DiensttokenPagina = z.infer<typeof DiensttokenPagina>;

export const NieuwDiensttoken = z
  .object({
    naam: regel(120),
    rol: z.enum(['adviseur', 'onderzoeker'], 'Kies adviseur of onderzoeker.'),
    rechten: z.array(Recht).min(1, 'Kies ten minste één recht.').max(30),
    geldigDagen: z.int().min(1).max(365).meta({ description: 'Na zoveel dagen werkt het token niet meer.' }),
  })
  .refine(({ rol, rechten }) => rechten.every((recht) => RECHTEN_VAN_DIENST[rol].includes(recht)), {
    path: ['rechten'],
    error: 'Kies alleen rechten die bij deze rol horen.',
  })
  .refine(({ rechten }) => !rechten.some((recht) => RECHTEN_VAN_MENSEN.includes(recht)), {
    path: ['rechten'],
    error: `Een dienst kan deze rechten niet krijgen: ${RECHTEN_VAN_MENSEN.join(', ')}. Kies andere rechten.`,
  })
  .meta({ id: 'NieuwDiensttoken' });
export type NieuwDiensttoken = z.infer<typeof NieuwDiensttoken>;

export const GegevenDiensttoken = Diensttoken.extend({
  token: z.string().meta({ description: 'De sleutel. U ziet haar alleen nu; bewaar haar veilig.' }),
}).meta({ id: 'GegevenDiensttoken' });
export type GegevenDiensttoken = z.infer<typeof GegevenDiensttoken>;

/** A time during which a beheerder may read a traject, with the reason. */
export const Inzage = z
  .object({
    id: Uuid,
    accountId: Uuid,
    naam: z.string().meta({ description: 'Wie er inzage heeft.' }),
    trajectId: Uuid,
    gemeente: z.object({ code: z.string(), naam: z.string() }),
    cohort: z.object({ id: Uuid, naam: z.string() }),
    reden: z.string(),
    begintOp: Tijdstip,
    vervaltOp: Tijdstip,
    actief: z.boolean(),
  })
  .meta({ id: 'Inzage' });
export type Inzage = z.infer<typeof Inzage>;
export const InzagePagina = paginaVan(Inzage, 'InzagePagina');
export type InzagePagina = z.infer<typeof InzagePagina>;

const inzageReden = regel(300).min(10, 'Schrijf in ten minste 10 tekens op waarom dit nodig is.');

/** Names a traject by its ID, or by its cohort and gemeente: a beheerder cannot look the ID up. */
export const NieuweInzage = z
  .object({
    trajectId: Uuid.optional(),
    cohortId: Uuid.optional(),
    gemeentecode: Gemeentecode.optional(),
    reden: inzageReden,
    uren: z.int().min(1).max(4),
  })
  .refine(
    ({ trajectId, cohortId, gemeentecode }) =>
      trajectId === undefined
        ? cohortId !== undefined && gemeentecode !== undefined
        : cohortId === undefined && gemeentecode === undefined,
    { path: ['trajectId'], error: 'Vul een traject in, of een cohort met een gemeente.' },
  )
  .meta({ id: 'NieuweInzage' });
export type NieuweInzage = z.infer<typeof NieuweInzage>;

export const Auditregel = z
  .object({
    volgnummer: z.int(),
    op: Tijdstip,
    accountId: Uuid.nullable(),
    naam: z.string().nullable().meta({ description: 'Wie het deed; leeg als het systeem dat zelf was.' }),
    rol: z.string().nullable(),
    handeling: z.string(),
    onderwerp: z.string().nullable(),
    reden: z.string().nullable(),
    inhoud: z.record(z.string(), z.unknown()),
    namen: z.record(z.string(), z.string()).meta({
      description:
        'De namen van waar `onderwerp` en de kenmerken in `inhoud` over gaan, op `soort/kenmerk`. Wat er niet meer is, of wat u niet mag zien, staat er niet in.',
    }),
    adres: z.string().nullable().meta({ description: 'Vanaf welk adres, zolang wij dat bewaren.' }),
  })
  .meta({ id: 'Auditregel' });
export type Auditregel = z.infer<typeof Auditregel>;
export const AuditPagina = paginaVan(Auditregel, 'AuditPagina');
export type AuditPagina = z.infer<typeof AuditPagina>;

/** What somebody looks for in the log. */
export const AuditVraag = Paginering.extend({
  handeling: regel(100).optional(),
  onderwerp: regel(300).optional().meta({ description: 'Waarover, zoals `cohort/<kenmerk>`.' }),
  accountId: Uuid.optional(),
  van: Moment.optional().meta({ description: 'Vanaf dit tijdstip.' }),
  tot: Moment.optional().meta({ description: 'Tot dit tijdstip, zonder dat tijdstip zelf.' }),
});
export type AuditVraag = z.infer<typeof AuditVraag>;
