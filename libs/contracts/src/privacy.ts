import { z } from 'zod';
import { Dag, paginaVan, regel, Tijdstip, Uuid } from './algemeen.js';
import { ACCOUNT_STATUSSEN, Rol } from './toegang.js';

/** A person as the system calls him. */
export const NaamWijziging = z.strictObject({ naam: regel(120) }).meta({ id: 'NaamWijziging' });
export type NaamWijziging = z.infer<typeof NaamWijziging>;

const reden = regel(300).min(10, 'Schrijf in ten minste 10 tekens op waarom.');

export const WissingsverzoekInvoer = z.strictObject({ reden }).meta({ id: 'WissingsverzoekInvoer' });
export type WissingsverzoekInvoer = z.infer<typeof WissingsverzoekInvoer>;
export const WissingOpdracht = z.strictObject({ reden }).meta({ id: 'WissingOpdracht' });
export type WissingOpdracht = z.infer<typeof WissingOpdracht>;

const WISSINGSVERZOEK = {
  id: Uuid,
  reden: z.string(),
  gevraagdOp: Tijdstip,
  afgehandeldOp: Tijdstip.nullable(),
};
/** Somebody's wish to be erased, as he sees it himself. */
export const Wissingsverzoek = z.object(WISSINGSVERZOEK).meta({ id: 'Wissingsverzoek' });
export type Wissingsverzoek = z.infer<typeof Wissingsverzoek>;

/** The same for who carries it out. */
export const WissingsverzoekRegel = z
  .object({
    ...WISSINGSVERZOEK,
    accountId: Uuid,
    naam: z.string(),
    antwoordUiterlijkOp: Tijdstip.meta({
      description: 'Een maand na het verzoek moet de betrokkene antwoord hebben (artikel 12 van de AVG).',
    }),
  })
  .meta({ id: 'WissingsverzoekRegel' });
export type WissingsverzoekRegel = z.infer<typeof WissingsverzoekRegel>;
export const WissingsverzoekPagina = paginaVan(WissingsverzoekRegel, 'WissingsverzoekPagina');
export type WissingsverzoekPagina = z.infer<typeof WissingsverzoekPagina>;

/** What erasing an account came to, in counts. */
export const Wissing = z
  .object({
    accountId: Uuid,
    contactpersonen: z.int().meta({ description: 'Bij hoeveel trajecten naam en adres zijn gewist.' }),
    cohorten: z.int().meta({ description: 'Bij hoeveel cohorten naam en adres als adviseur zijn gewist.' }),
    sessies: z.int().meta({ description: 'Hoeveel aanmeldingen zijn verwijderd.' }),
  })
  .meta({ id: 'Wissing' });
export type Wissing = z.infer<typeof Wissing>;

const leeg = Tijdstip.nullable();
const tekst = z.string();

/** Everything that is stored about the caller. A part that is added is no break; names of parts do not change. */
export const MijnGegevens = z
  .object({
    gemaaktOp: Tijdstip,
    uitleg: z.array(
      z.object({
        onderdeel: tekst.meta({ description: 'De tabel waarin dit staat.' }),
        gegevens: z.array(tekst),
        doel: tekst,
        grondslag: tekst,
        bewaren: tekst,
      }),
    ),
    ontvangers: z.array(tekst).meta({ description: 'Wie deze gegevens ook kan zien.' }),
    account: z.object({
      id: Uuid,
      soort: z.enum(['mens', 'dienst']),
      naam: tekst,
      email: tekst.nullable(),
      status: z.enum(ACCOUNT_STATUSSEN),
      aanbieder: tekst.nullable().meta({ description: 'Waar u zich aanmeldt, als dat ergens anders is.' }),
      kenmerkBijAanbieder: tekst.nullable(),
      gemaaktOp: Tijdstip,
    }),
    toekenningen: z.array(
      z.object({
        id: Uuid,
        naam: tekst.nullable().meta({ description: 'Hoe wie u toegang gaf u noemde.' }),
        rol: Rol,
        cohortId: Uuid.nullable(),
        cohort: tekst.nullable(),
        identiteiten: z.boolean(),
        reden: tekst.nullable(),
        verleendOp: Tijdstip,
        vervaltOp: leeg,
        ingetrokkenOp: leeg,
      }),
    ),
    uitnodigingen: z
      .array(
        z.object({
          toekenningId: Uuid.nullable(),
          contactpersoonId: Uuid.nullable(),
          status: tekst,
          pogingen: z.int(),
          gemaaktOp: Tijdstip,
          verzondenOp: leeg,
        }),
      )
      .meta({ description: 'Mails aan u over een toekenning, of omdat u contactpersoon werd.' }),
    bijeenkomsten: z.array(
      z.object({
        bijeenkomstId: Uuid,
        onderwerp: tekst,
        begintOp: Tijdstip,
        rol: tekst,
        aanwezig: tekst,
        berichten: z.int().meta({ description: 'Hoeveel mails er aan u zijn klaargezet.' }),
      }),
    ),
    contactpersonen: z.array(
      z.object({
        id: Uuid,
        trajectId: Uuid,
        cohort: tekst,
        gemeente: tekst,
        naam: tekst,
        email: tekst,
        niveau: tekst,
        hoofdcontact: z.boolean(),
        weekoverzicht: z.boolean(),
        vertrektOp: Dag.nullable(),
        vervangerVan: Dag.nullable(),
        vervangerTot: Dag.nullable(),
      }),
    ),
    cohorten: z
      .array(z.object({ cohortId: Uuid, cohort: tekst, naam: tekst, email: tekst }))
      .meta({ description: 'Cohorten waar u als adviseur in de mail staat.' }),
    sessies: z.array(
      z.object({
        id: Uuid,
        rol: Rol,
        via: tekst,
        meerdereFactoren: z.boolean(),
        apparaat: tekst,
        begonnenOp: Tijdstip,
        gebruiktOp: Tijdstip,
        vervaltOp: Tijdstip,
        beeindigdOp: leeg,
      }),
    ),
    passkeys: z
      .array(z.object({ id: Uuid, naam: tekst, gemaaktOp: Tijdstip, gebruiktOp: leeg }))
      .meta({ description: 'De passkeys waarmee u zich aanmeldt. De geheime helft staat op uw apparaat.' }),
    accountberichten: z.array(z.object({ soort: tekst, status: tekst, gevraagdOp: Tijdstip })).meta({
      description: 'Mails aan u over de beveiliging van uw account, of over een webhook die u beheert.',
    }),
    aanmeldlinks: z.array(
      z.object({ naar: tekst, status: tekst, gevraagdOp: Tijdstip, vervaltOp: Tijdstip, gebruiktOp: leeg }),
    ),
    invoer: z
      .array(
        z.object({
          id: Uuid,
          trajectId: Uuid,
          soort: tekst,
          onderwerp: tekst,
          inhoud: z.record(tekst, z.unknown()),
          op: Tijdstip,
        }),
      )
      .meta({ description: 'Wat u zelf hebt ingevuld en ingediend.' }),
    berichten: z
      .array(
        z.object({
          id: Uuid,
          trajectId: Uuid,
          soort: tekst,
          stap: tekst,
          onderwerp: tekst,
          status: tekst,
          op: Tijdstip,
          verzondenOp: leeg,
          toelichting: tekst.nullable(),
        }),
      )
      .meta({ description: 'Mails aan u als contactpersoon. De tekst wordt niet bewaard.' }),
    mailpogingen: z
      .array(
        z.object({
          berichtId: Uuid,
          nummer: z.int(),
          begonnenOp: Tijdstip,
          geeindigdOp: Tijdstip,
          uitkomst: tekst,
          antwoord: tekst.nullable(),
          nagekomen: tekst.nullable(),
          nagekomenOp: leeg,
        }),
      )
      .meta({ description: 'Elke poging om zo’n mail te bezorgen, met de woorden van de mailserver.' }),
    adresproblemen: z
      .array(
        z.object({
          id: Uuid,
          sinds: Tijdstip,
          bron: tekst,
          code: tekst,
          woorden: tekst.nullable(),
          opgelostOp: leeg,
          oplossing: tekst.nullable(),
        }),
      )
      .meta({ description: 'Wanneer mail aan uw adres niet aankwam.' }),
    inzagen: z
      .array(z.object({ trajectId: Uuid, begintOp: Tijdstip, vervaltOp: Tijdstip }))
      .meta({ description: 'Wanneer een beheerder met een reden in uw traject mocht kijken.' }),
    wissingsverzoeken: z.array(Wissingsverzoek),
    auditregels: z
      .array(
        z.object({
          volgnummer: z.int(),
          op: Tijdstip,
          zelf: z
            .boolean()
            .meta({ description: 'Of u dit zelf deed; anders deed iemand het met uw account.' }),
          rol: tekst.nullable(),
          handeling: tekst,
          onderwerp: tekst.nullable(),
          reden: tekst.nullable(),
          inhoud: z.record(tekst, z.unknown()),
          adres: tekst.nullable().meta({ description: 'Het netwerkadres, zolang dat wordt bewaard.' }),
        }),
      )
      .meta({ description: 'De laatste 5000 regels van het auditlog die over u gaan.' }),
  })
  .meta({ id: 'MijnGegevens' });
export type MijnGegevens = z.infer<typeof MijnGegevens>;
