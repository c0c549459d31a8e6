import { lokaleTijd, type Instant } from '../../kalender/amsterdam.js';
import { plusDagen, type Datum } from '../../kalender/datum.js';
import { eersteBeschikbareDag } from '../../kalender/kalender.js';
import { ochtendVan } from '../../kalender/verzendtijd.js';
import { openingenBij } from '../feit/traject.feit.js';
import type { Actor, GebeurtenisInhoud, Uitkomstklasse } from '../gebeurtenis.js';
import { huidigeStap, isKlaar, type TrajectToestand } from '../toestand.js';
import { stapUitSjabloon, voegToe, type Verloop } from '../verloop.js';
import { weiger, type CommandoRegels } from './regel.js';

export type StapCommando =
  | {
      readonly soort: 'keur-stap-goed';
      readonly stap: string;
      /** Opaque ID of who approves; needed where the sjabloon asks more than one. */
      readonly wie?: string;
    }
  | { readonly soort: 'heropen-stap'; readonly stap: string }
  | { readonly soort: 'leg-uitkomst-vast'; readonly klasse: Uitkomstklasse; readonly invoerId: string };

/** The day on which the next stap opens: as planned, or the first available day of which 09:00 is still to come. */
function volgendeOpening({ kalender }: TrajectToestand, gepland: Datum, nu: Instant): Datum {
  const vandaag = lokaleTijd(nu).datum;
  const haalbaar = eersteBeschikbareDag(
    kalender,
    ochtendVan(vandaag) >= nu ? vandaag : plusDagen(vandaag, 1),
  );
  return gepland > haalbaar ? eersteBeschikbareDag(kalender, gepland) : haalbaar;
}

/** Plans stap `volgnummer`, by the sjabloon that takes over here where there is one. */
export function planVolgende(verloop: Verloop, volgnummer: number, nu: Instant, door: Actor): Verloop {
  const { volgendSjabloon } = verloop.toestand;
  const met = volgendSjabloon
    ? voegToe(verloop, nu, 'systeem', {
        soort: 'sjabloon-overgezet',
        versie: volgendSjabloon.versie,
        openingen: openingenBij(verloop.toestand, volgnummer),
      })
    : verloop;
  const { toestand } = met;
  const { sleutel: stap } = stapUitSjabloon(toestand, volgnummer);
  const gepland = toestand.openingen[volgnummer - 1] ?? lokaleTijd(nu).datum;
  const opentOp = volgendeOpening(toestand, gepland, nu);
  return voegToe(met, nu, door, { soort: 'stap-gepland', stap, volgnummer, opentOp });
}

function rondAf(verloop: Verloop, nu: Instant, door: Actor): Verloop {
  const vervallen = verloop.toestand.checkIns.filter(({ status }) => status === 'gepland');
  return voegToe(
    verloop,
    nu,
    door,
    ...vervallen.map(({ stap, sleutel }): GebeurtenisInhoud => ({
      soort: 'check-in-vervallen',
      stap,
      checkIn: sleutel,
    })),
    { soort: 'traject-afgerond' },
  );
}

export const STAP_COMMANDOS: CommandoRegels<StapCommando> = {
  'keur-stap-goed': {
    in: ['lopend'],
    controleer({ toestand, stap }, { stap: gevraagd, wie }) {
      if (stap.sleutel !== gevraagd || stap.status === 'gepland' || stap.status === 'afgerond')
        return weiger('stap-niet-aan-de-beurt', 'Deze stap is nu niet aan de beurt. Ververs de pagina.');
      const open = stap.taken.filter((taak) => !isKlaar(taak)).length;
      if (stap.status !== 'wacht-op-akkoord')
        return weiger(
          'taken-nog-open',
          `Deze stap is nog niet klaar. Nog te doen: ${String(open)} ${open === 1 ? 'taak' : 'taken'}.`,
        );
      if (stapUitSjabloon(toestand, stap.volgnummer).vraagtUitkomst && !toestand.uitkomst)
        return weiger(
          'uitkomst-ontbreekt',
          'Leg eerst de uitkomst van het traject vast. Keur daarna de stap goed.',
        );
      if (wie !== undefined && stap.akkoorden.includes(wie))
        return weiger(
          'zelfde-persoon',
          'U hebt deze stap al goedgekeurd. Er is nog een akkoord van een andere adviseur nodig.',
        );
      return undefined;
    },
    voerUit(verloop, { wie = '' }, { nu, door }) {
      const stap = huidigeStap(verloop.toestand);
      const { goedkeuringen = 1 } = stapUitSjabloon(verloop.toestand, stap.volgnummer);
      if (stap.akkoorden.length + 1 < goedkeuringen)
        return voegToe(verloop, nu, door, { soort: 'stap-akkoord', stap: stap.sleutel, wie });
      const na = voegToe(verloop, nu, door, { soort: 'stap-goedgekeurd', stap: stap.sleutel });
      const volgnummer = stap.volgnummer + 1;
      const { stappen } = na.toestand.volgendSjabloon ?? na.toestand.sjabloon;
      return volgnummer > stappen.length ? rondAf(na, nu, door) : planVolgende(na, volgnummer, nu, door);
    },
  },
  'heropen-stap': {
    in: ['lopend'],
    controleer({ toestand: { vorigeStap }, stap }, { stap: gevraagd }) {
      if (stap.status === 'gepland' && vorigeStap?.sleutel === gevraagd) return undefined;
      return weiger(
        'stap-niet-te-heropenen',
        'U kunt een stap alleen heropenen zolang de volgende stap nog niet open is. Voeg anders een extra taak toe.',
      );
    },
    voerUit: (verloop, { stap }, { nu, door }) =>
      voegToe(verloop, nu, door, { soort: 'stap-heropend', stap }),
  },
  'leg-uitkomst-vast': {
    in: ['lopend'],
    controleer({ toestand, stap }) {
      if (!stapUitSjabloon(toestand, stap.volgnummer).vraagtUitkomst || stap.status === 'gepland')
        return weiger('uitkomst-te-vroeg', 'U kunt de uitkomst pas vastleggen in de laatste stap.');
      return undefined;
    },
    voerUit: (verloop, { klasse, invoerId }, { nu, door }) =>
      voegToe(verloop, nu, door, { soort: 'uitkomst-vastgelegd', klasse, invoerId }),
  },
};
