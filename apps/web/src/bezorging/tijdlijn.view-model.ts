import { datumInWoorden } from '@maatwerktraject/domain';
import type { BerichtDetail, BerichtPoging, HerleidingStap } from '../api/types.js';
import type { MerkSoort } from '../ui/merk.component.js';
import type { IcoonNaam } from '../ui/icoon.component.js';
import { momentInWoorden } from '../ui/datum.js';
import { aantal, BERICHT_STATUS_NAAM } from '../ui/woorden.js';

export const ICOON_VAN_REGEL: Readonly<Record<MerkSoort, IcoonNaam>> = {
  goed: 'klaar',
  bezig: 'bezig',
  'let-op': 'wacht',
  fout: 'telaat',
  rust: 'later',
};

/** One thing that happened to a mail, or is going to. */
export interface Tijdlijnregel {
  readonly sleutel: string;
  readonly wanneer: string;
  readonly wat: string;
  readonly soort: MerkSoort;
  /** In the words of a mail server. */
  readonly woorden: string | null;
}

/** A day as a day, an instant with its time. */
const tijdstip = (waarde: string): string =>
  waarde.includes('T') ? momentInWoorden(waarde) : datumInWoorden(waarde);

/** How one step of the calendar moved the moment. */
export function stapInWoorden({ stap, van, naar, aantal: hoeveel, naam }: HerleidingStap): string {
  switch (stap) {
    case 'basis':
      return `Het begint bij ${tijdstip(van)}${naam === undefined ? '' : ` (${naam})`}.`;
    case 'plus-werkdagen': {
      const dagen = aantal(Math.abs(hoeveel ?? 0), 'werkdag', 'werkdagen');
      return `${dagen} ${(hoeveel ?? 0) < 0 ? 'eerder' : 'later'} is ${tijdstip(naar)}.`;
    }
    case 'feestdag':
      return `Dat is geen werkdag${naam === undefined ? '' : ` (${naam})`}. Het wordt ${tijdstip(naar)}.`;
    case 'rustperiode':
      return `Dan is er een rustperiode${naam === undefined ? '' : ` (${naam})`}. Het wordt ${tijdstip(naar)}.`;
    case 'spreiding':
      return `De mail van een ochtend gaat niet tegelijk weg. Deze gaat om ${momentInWoorden(naar)}.`;
  }
}

const POGING: Readonly<Record<BerichtPoging['uitkomst'], { wat: string; soort: MerkSoort }>> = {
  verzonden: { wat: 'De mailserver nam de mail aan.', soort: 'goed' },
  'mislukt-later': { wat: 'Het lukte niet. Wij proberen het later opnieuw.', soort: 'let-op' },
  mislukt: { wat: 'De mailserver weigerde de mail.', soort: 'fout' },
  onbekend: { wat: 'Het antwoord bleef uit. Het is niet zeker of de mail is aangekomen.', soort: 'let-op' },
};

function regelsVan(poging: BerichtPoging): Tijdlijnregel[] {
  const { wat, soort } = POGING[poging.uitkomst];
  const nummer = String(poging.nummer);
  return [
    {
      sleutel: `poging-${nummer}`,
      wanneer: momentInWoorden(poging.geeindigdOp),
      wat: `Poging ${nummer}. ${wat}`,
      soort,
      woorden: poging.antwoord,
    },
    ...(poging.nagekomenOp === null
      ? []
      : [
          {
            sleutel: `nagekomen-${nummer}`,
            wanneer: momentInWoorden(poging.nagekomenOp),
            wat: 'Later kwam er nog een melding van een mailserver.',
            soort: 'let-op' as const,
            woorden: poging.nagekomen,
          },
        ]),
  ];
}

const EINDE: Readonly<Record<BerichtDetail['status'], MerkSoort>> = {
  wacht: 'rust',
  bezig: 'bezig',
  verzonden: 'goed',
  mislukt: 'fout',
  onbekend: 'let-op',
  vervallen: 'rust',
  overgeslagen: 'rust',
  aangehouden: 'let-op',
  samengevoegd: 'rust',
};

/** All that happened to a mail, the oldest first, and how it stands now. */
export function tijdlijn(bericht: BerichtDetail): Tijdlijnregel[] {
  return [
    {
      sleutel: 'klaar',
      wanneer: momentInWoorden(bericht.gemaaktOp),
      wat: 'De mail werd klaargezet.',
      soort: 'rust',
      woorden: null,
    },
    ...bericht.verloop.flatMap(regelsVan),
    {
      sleutel: 'nu',
      wanneer: 'Nu',
      wat: [`${BERICHT_STATUS_NAAM[bericht.status]}.`, bericht.toelichting ?? ''].join(' ').trim(),
      soort: EINDE[bericht.status],
      woorden: null,
    },
  ];
}
