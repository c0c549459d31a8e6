import type {
  AgendaFeitInhoud,
  Berichtsoort,
  GebeurtenisInhoud,
  Signaalsoort,
  Wijzigingsreden,
} from '@maatwerktraject/domain';
import type { VerloopSoort } from '@maatwerktraject/messages';
import { datumInWoorden, lokaleTijd } from '@maatwerktraject/domain';
import { inWoorden, type Titels } from './onderwerp.js';

/** A fact as it stands in the audit trail. */
export type VastgelegdFeit =
  | GebeurtenisInhoud
  | AgendaFeitInhoud
  // Written by the API itself: the process does not hold who the adviseur is, nor who came to a session.
  | { readonly soort: VerloopSoort | 'adviseur-gewisseld' }
  | { readonly soort: 'groepssessie-vastgelegd'; readonly aanwezig: number; readonly afwezig: number };

const MAIL: Readonly<Record<Berichtsoort, string>> = {
  'taak-geopend': 'mail over een nieuwe taak',
  'herinnering-voor': 'herinnering vooraf',
  'herinnering-op': 'herinnering op de dag zelf',
  'herinnering-na': 'herinnering achteraf',
  escalatie: 'melding dat een taak te laat is',
  'check-in-week': 'mail over een gesprek deze week',
  'stap-ingeleverd': 'mail dat een stap klaar is voor akkoord',
  'akkoord-herinnering': 'herinnering dat een stap op akkoord wacht',
  'traject-afgerond': 'mail dat het traject is afgerond',
  'escalatie-leider': 'melding aan de leider dat een taak lang te laat is',
  'akkoord-gevraagd': 'mail dat een akkoord nodig is',
  'akkoord-gevraagd-na': 'herinnering dat een akkoord nodig is',
  'taak-teruggestuurd': 'mail dat een taak is teruggestuurd',
  weekoverzicht: 'weekoverzicht',
  'traject-gepauzeerd': 'mail dat het traject is gepauzeerd',
  'traject-hervat': 'mail dat het traject verder gaat',
  'traject-teruggetrokken': 'mail dat het traject is gestopt',
};

const WIJZIGING: Readonly<Record<Wijzigingsreden, string>> = {
  pauze: 'De dagen zijn opgeschoven na een pauze.',
  heropening: 'De dagen zijn opgeschoven na het heropenen.',
  wijziging: 'De planning is gewijzigd.',
  ongedaan: 'Een wijziging van de planning is teruggedraaid.',
  kalender: 'Dagen zijn verplaatst uit een rustperiode.',
  sjabloon: 'De planning volgt de nieuwe versie van het sjabloon.',
};

const SIGNAAL: Readonly<Record<Signaalsoort, string>> = {
  'geen-antwoord': 'geen antwoord op herinneringen',
  'stap-over-venster': 'een stap duurt langer dan gepland',
  'check-in-gemist': 'een gesprek is meer dan eens niet doorgegaan',
  'adres-kwijt': 'mail komt niet aan',
  'geen-bestuurscontact': 'er is geen contact met het bestuur',
};

const hoofdletter = (tekst: string): string => tekst.charAt(0).toUpperCase() + tekst.slice(1);

function mail(feit: Extract<VastgelegdFeit, { bericht: Berichtsoort }>, titels: Titels): string {
  return `${hoofdletter(MAIL[feit.bericht])}: ${titels.onderwerp(feit.stap, feit.onderwerp)}. Voor: ${inWoorden(feit.aan)}.`;
}

const dagVan = (op: number): string => datumInWoorden(lokaleTijd(op).datum);

/** One Dutch sentence for a fact, with titles for keys. */
export function zinVan(feit: VastgelegdFeit, titels: Titels): string {
  switch (feit.soort) {
    case 'traject-gestart':
      return `Het traject is gestart. De startdatum is ${datumInWoorden(feit.startdatum)}.`;
    case 'stap-gepland':
      return `Stap ${String(feit.volgnummer)}, ${titels.stap(feit.stap)}, gaat open op ${datumInWoorden(feit.opentOp)}.`;
    case 'stap-geopend':
      return `Stap ${titels.stap(feit.stap)} is geopend.`;
    case 'taak-geopend':
      return `De taak ${titels.taak(feit.stap, feit.taak)} is geopend.`;
    case 'bericht-klaargezet':
      return `${mail(feit, titels)} De mail staat klaar.`;
    case 'bericht-overgeslagen':
      return `${mail(feit, titels)} Overgeslagen: het moment was al voorbij toen het systeem weer draaide.`;
    case 'taak-ingediend':
      return `De taak ${titels.taak(feit.stap, feit.taak)} is ingediend.`;
    case 'stap-ingeleverd':
      return `Alle taken van stap ${titels.stap(feit.stap)} zijn klaar. De stap wacht op akkoord.`;
    case 'stap-goedgekeurd':
      return `Stap ${titels.stap(feit.stap)} is goedgekeurd.`;
    case 'check-in-vastgelegd':
      return feit.gehouden
        ? `${titels.checkIn(feit.checkIn)} is gehouden op ${datumInWoorden(feit.datum)}.`
        : `${titels.checkIn(feit.checkIn)} is niet gehouden.`;
    case 'check-in-vervallen':
      return `${titels.checkIn(feit.checkIn)} is vervallen, want het traject is afgerond.`;
    case 'uitkomst-vastgelegd':
      return `De uitkomst is vastgelegd: ${feit.klasse}.`;
    case 'traject-afgerond':
      return 'Het traject is afgerond.';
    case 'stap-akkoord':
      return `Een adviseur gaf akkoord op stap ${titels.stap(feit.stap)}. Er is nog een akkoord nodig.`;
    case 'stap-heropend':
      return `Stap ${titels.stap(feit.stap)} is heropend.`;
    case 'taak-akkoord':
      return `Er is akkoord gegeven op de taak ${titels.taak(feit.stap, feit.taak)}.`;
    case 'taak-teruggestuurd':
      return `De taak ${titels.taak(feit.stap, feit.taak)} is teruggestuurd. Nieuwe einddag: ${datumInWoorden(feit.vervaltOp)}.`;
    case 'taak-toegevoegd':
      return `Er is een taak toegevoegd: ${titels.taak(feit.stap, feit.taak)}.`;
    case 'taak-vervallen':
      return `De taak ${titels.taak(feit.stap, feit.taak)} is vervallen.`;
    case 'traject-gepauzeerd':
      return feit.tot === null
        ? 'Het traject is gepauzeerd.'
        : `Het traject is gepauzeerd tot ${datumInWoorden(feit.tot)}.`;
    case 'traject-hervat':
      return 'Het traject gaat weer verder.';
    case 'traject-teruggetrokken':
      return 'De gemeente is gestopt met het traject.';
    case 'traject-heropend':
      return 'Het traject is heropend.';
    case 'dagen-gewijzigd':
      return `${WIJZIGING[feit.reden]} Gewijzigde dagen: ${String(feit.wijzigingen.length)}.`;
    case 'kalender-overgenomen':
      return 'De rustperiodes van het cohort zijn gewijzigd.';
    case 'sjabloon-gekozen':
      return `Het traject gaat over op versie ${String(feit.versie)} van het sjabloon.`;
    case 'sjabloon-overgezet':
      return `Het traject gebruikt nu versie ${String(feit.versie)} van het sjabloon.`;
    case 'signaal-gegeven':
      return `Signaal: ${SIGNAAL[feit.signaal]}.`;
    case 'cohort-gestart':
      return 'Het cohort is gestart.';
    case 'klok-verzet':
      return 'De oefenklok is vooruitgezet.';
    case 'adviseur-gewisseld':
      return 'Het cohort heeft een andere adviseur.';
    case 'groepssessie-gepland':
      return `Er is een groepssessie gepland op ${dagVan(feit.plan.beginOp)}.`;
    case 'groepssessie-gewijzigd':
      return `Een groepssessie is gewijzigd. Zij is nu op ${dagVan(feit.plan.beginOp)}.`;
    case 'groepssessie-afgezegd':
      return 'Een groepssessie is afgezegd.';
    case 'groepssessie-herinnerd':
      return 'De genodigden van een groepssessie krijgen een herinnering.';
    case 'groepssessie-vastgelegd':
      return `De aanwezigheid bij een groepssessie is vastgelegd. Aanwezig: ${String(feit.aanwezig)}. Afwezig: ${String(feit.afwezig)}.`;
    case 'voorwaarden-gezet':
      return 'De voorwaarden van het cohort zijn gewijzigd.';
    case 'voorwaarde-getoetst':
      return feit.geraakt
        ? 'Een voorwaarde van het cohort is getoetst. De adviseur krijgt een mail.'
        : 'Een voorwaarde van het cohort is getoetst. Er hoeft niets te gebeuren.';
    case 'traject-toegelaten':
      return `Een gemeente doet later mee, vanaf ${datumInWoorden(feit.startdatum)}.`;
    case 'cohort-geevalueerd':
      return 'Het cohort is geëvalueerd.';
    case 'cohort-afgesloten':
      return 'Het cohort is afgesloten.';
  }
}
