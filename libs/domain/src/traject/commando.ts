import { lokaleTijd, type Instant } from '../kalender/amsterdam.js';
import { isDatum, plusDagen, type Datum } from '../kalender/datum.js';
import { eersteWerkdagVanaf } from '../kalender/werkdagen.js';
import { ochtendVan } from '../kalender/verzendtijd.js';
import { geplandeOpening } from '../plan/plan.js';
import type { Actor, GebeurtenisInhoud, Uitkomstklasse } from './gebeurtenis.js';
import { huidigeStap, type TrajectToestand } from './toestand.js';
import { stapUitSjabloon, voegToe, type Verloop } from './verloop.js';

/** What a person can ask of a traject. Texts stay in the database; `invoerId` names the row that holds them. */
export type TrajectCommando =
  | { readonly soort: 'dien-taak-in'; readonly taak: string; readonly invoerId: string }
  | { readonly soort: 'keur-stap-goed'; readonly stap: string }
  | {
      readonly soort: 'leg-check-in-vast';
      readonly checkIn: string;
      readonly gehouden: boolean;
      readonly datum: Datum;
      readonly invoerId: string;
    }
  | { readonly soort: 'leg-uitkomst-vast'; readonly klasse: Uitkomstklasse; readonly invoerId: string };

/** Why a command is refused: a stable code, and a Dutch sentence that says what to do. */
export interface Weigering {
  readonly code: string;
  readonly zin: string;
}

const weiger = (code: string, zin: string): Weigering => ({ code, zin });

/** Checks a command against a state that is up to date (`verstrijkt`). Pure and synchronous. */
export function controleer(
  toestand: TrajectToestand,
  commando: TrajectCommando,
  nu: Instant,
): Weigering | undefined {
  if (toestand.status === 'afgerond')
    return weiger('traject-afgerond', 'Dit traject is afgerond. Er kan niets meer worden gewijzigd.');
  const stap = huidigeStap(toestand);
  switch (commando.soort) {
    case 'dien-taak-in': {
      const taak = stap.taken.find(({ sleutel }) => sleutel === commando.taak);
      if (!taak || taak.status === 'gepland')
        return weiger(
          'taak-niet-open',
          'Deze taak is niet open. Kijk in het overzicht welke taken nu open staan.',
        );
      if (taak.status === 'ingediend')
        return weiger('taak-al-ingediend', 'Deze taak is al ingediend. U hoeft niets meer te doen.');
      return undefined;
    }
    case 'keur-stap-goed': {
      if (stap.sleutel !== commando.stap || stap.status === 'gepland' || stap.status === 'afgerond')
        return weiger('stap-niet-aan-de-beurt', 'Deze stap is nu niet aan de beurt. Ververs de pagina.');
      const open = stap.taken.filter((taak) => taak.status !== 'ingediend').length;
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
      return undefined;
    }
    case 'leg-check-in-vast': {
      const checkIn = toestand.checkIns.find(({ sleutel }) => sleutel === commando.checkIn);
      if (!checkIn)
        return weiger('check-in-niet-aan-de-beurt', 'Dit gesprek hoort bij een stap die nog niet open is.');
      if (checkIn.status !== 'gepland')
        return weiger('check-in-al-vastgelegd', 'Dit gesprek is al vastgelegd.');
      if (!isDatum(commando.datum) || commando.datum > lokaleTijd(nu).datum)
        return weiger(
          'datum-in-de-toekomst',
          'Vul de datum in waarop het gesprek was. Die kan niet in de toekomst liggen.',
        );
      return undefined;
    }
    case 'leg-uitkomst-vast': {
      if (!stapUitSjabloon(toestand, stap.volgnummer).vraagtUitkomst || stap.status === 'gepland')
        return weiger('uitkomst-te-vroeg', 'U kunt de uitkomst pas vastleggen in de laatste stap.');
      return undefined;
    }
  }
}

/** The day on which the next stap opens: as planned, or the first werkdag of which 09:00 is still to come. */
function volgendeOpening(toestand: TrajectToestand, volgnummer: number, nu: Instant): Datum {
  const vandaag = lokaleTijd(nu).datum;
  const haalbaar = eersteWerkdagVanaf(ochtendVan(vandaag) >= nu ? vandaag : plusDagen(vandaag, 1));
  const gepland = geplandeOpening(toestand.sjabloon, toestand.startdatum, volgnummer);
  return gepland > haalbaar ? gepland : haalbaar;
}

function naGoedkeuring(toestand: TrajectToestand, nu: Instant): GebeurtenisInhoud[] {
  const volgnummer = huidigeStap(toestand).volgnummer + 1;
  const volgende = toestand.sjabloon.stappen[volgnummer - 1];
  if (volgende) {
    const opentOp = volgendeOpening(toestand, volgnummer, nu);
    return [{ soort: 'stap-gepland', stap: volgende.sleutel, volgnummer, opentOp }];
  }
  const vervallen = toestand.checkIns.filter(({ status }) => status === 'gepland');
  return [
    ...vervallen.map(({ stap, sleutel }): GebeurtenisInhoud => ({
      soort: 'check-in-vervallen',
      stap,
      checkIn: sleutel,
    })),
    { soort: 'traject-afgerond' },
  ];
}

/**
 * The facts that a command brings.
 * @throws Error with the refusal's sentence when `controleer` would refuse it: check first.
 */
export function voerUit(verloop: Verloop, commando: TrajectCommando, nu: Instant, door: Actor): Verloop {
  const { toestand } = verloop;
  const weigering = controleer(toestand, commando, nu);
  if (weigering) throw new Error(weigering.zin);
  const stap = huidigeStap(toestand);
  switch (commando.soort) {
    case 'dien-taak-in': {
      const { taak, invoerId } = commando;
      const na = voegToe(verloop, nu, door, { soort: 'taak-ingediend', stap: stap.sleutel, taak, invoerId });
      const klaar = huidigeStap(na.toestand).taken.every(({ status }) => status === 'ingediend');
      return klaar ? voegToe(na, nu, door, { soort: 'stap-ingeleverd', stap: stap.sleutel }) : na;
    }
    case 'keur-stap-goed':
      return voegToe(
        verloop,
        nu,
        door,
        { soort: 'stap-goedgekeurd', stap: stap.sleutel },
        ...naGoedkeuring(toestand, nu),
      );
    case 'leg-check-in-vast': {
      const bij = toestand.checkIns.find(({ sleutel }) => sleutel === commando.checkIn)?.stap ?? stap.sleutel;
      const { soort: _, ...inhoud } = commando;
      return voegToe(verloop, nu, door, { soort: 'check-in-vastgelegd', stap: bij, ...inhoud });
    }
    case 'leg-uitkomst-vast':
      return voegToe(verloop, nu, door, {
        soort: 'uitkomst-vastgelegd',
        klasse: commando.klasse,
        invoerId: commando.invoerId,
      });
  }
}
