import { lokaleTijd } from '../../kalender/amsterdam.js';
import type { Datum } from '../../kalender/datum.js';
import { eersteBeschikbareDag, termijn } from '../../kalender/kalender.js';
import type { Uitvoerder } from '../../sjabloon/sjabloon.js';
import { taakVan } from '../feit/taak.feit.js';
import type { Actor } from '../gebeurtenis.js';
import { huidigeStap, isKlaar, type TaakToestand } from '../toestand.js';
import { voegToe, type Verloop } from '../verloop.js';
import { weiger, type CommandoRegels, type Stand, type Weigering } from './regel.js';

export type TaakCommando =
  | {
      readonly soort: 'dien-taak-in';
      readonly taak: string;
      readonly invoerId: string;
      /** Opaque ID of who does it; needed where another person must agree. */
      readonly wie?: string;
    }
  | {
      readonly soort: 'geef-akkoord';
      readonly taak: string;
      readonly wie: string;
      readonly invoerId: string | null;
    }
  | { readonly soort: 'stuur-taak-terug'; readonly taak: string; readonly invoerId: string }
  | {
      readonly soort: 'voeg-taak-toe';
      /** Its key, unlike those of the sjabloon. */
      readonly taak: string;
      readonly uitvoerder: Uitvoerder;
      readonly opentOp: Datum;
      readonly vervaltOp: Datum;
      readonly invoerId: string;
    }
  | { readonly soort: 'laat-taak-vervallen'; readonly taak: string; readonly invoerId: string };

const NIET_OPEN = weiger(
  'taak-niet-open',
  'Deze taak is niet open. Kijk in het overzicht welke taken nu open staan.',
);
const AL_INGEDIEND = weiger('taak-al-ingediend', 'Deze taak is al ingediend. U hoeft niets meer te doen.');
const STAP_DICHT = weiger('stap-niet-open', 'De stap is nu niet open. Ververs de pagina.');

const zoek = ({ stap }: Stand, sleutel: string): TaakToestand | undefined =>
  stap.taken.find((taak) => taak.sleutel === sleutel);

const isOpen = ({ stap }: Stand): boolean => stap.status === 'open' || stap.status === 'wacht-op-akkoord';

/** Whoever must agree may not be who handed it in. */
function zelfdePersoon({ ingediendDoor }: TaakToestand, wie: string): Weigering | undefined {
  return ingediendDoor === wie
    ? weiger(
        'zelfde-persoon',
        'U hebt deze taak zelf ingediend. Laat iemand anders het akkoord geven, of vraag uw adviseur.',
      )
    : undefined;
}

/** When nothing of the stap is asked any more, it waits for the adviseur. */
function sluitAf(verloop: Verloop, nu: number, door: Actor): Verloop {
  const stap = huidigeStap(verloop.toestand);
  if (stap.status !== 'open' || !stap.taken.every(isKlaar)) return verloop;
  return voegToe(verloop, nu, door, { soort: 'stap-ingeleverd', stap: stap.sleutel });
}

export const TAAK_COMMANDOS: CommandoRegels<TaakCommando> = {
  'dien-taak-in': {
    in: ['lopend'],
    controleer(stand, commando) {
      const taak = zoek(stand, commando.taak);
      if (!taak || taak.status === 'gepland' || taak.status === 'vervallen') return NIET_OPEN;
      return taak.status === 'open' ? undefined : AL_INGEDIEND;
    },
    voerUit(verloop, { taak, invoerId, wie }, { nu, door }) {
      const { sleutel: stap } = huidigeStap(verloop.toestand);
      const feit = {
        soort: 'taak-ingediend',
        stap,
        taak,
        invoerId,
        ...(wie !== undefined && { wie }),
      } as const;
      return sluitAf(voegToe(verloop, nu, door, feit), nu, door);
    },
  },
  'geef-akkoord': {
    in: ['lopend'],
    controleer(stand, commando) {
      const taak = zoek(stand, commando.taak);
      if (taak?.status !== 'wacht-op-akkoord')
        return weiger('geen-akkoord-gevraagd', 'Voor deze taak is nu geen akkoord nodig. Ververs de pagina.');
      return zelfdePersoon(taak, commando.wie);
    },
    voerUit(verloop, { taak, invoerId }, { nu, door }) {
      const { sleutel: stap } = huidigeStap(verloop.toestand);
      return sluitAf(voegToe(verloop, nu, door, { soort: 'taak-akkoord', stap, taak, invoerId }), nu, door);
    },
  },
  'stuur-taak-terug': {
    in: ['lopend'],
    controleer(stand, commando) {
      const taak = zoek(stand, commando.taak);
      if (!isOpen(stand)) return STAP_DICHT;
      if (taak?.status === 'ingediend' || taak?.status === 'wacht-op-akkoord') return undefined;
      return weiger(
        'taak-niet-ingediend',
        'U kunt alleen een taak terugsturen die is ingediend. Ververs de pagina.',
      );
    },
    voerUit(verloop, { taak, invoerId }, { nu, door }) {
      const { kalender, sjabloon } = verloop.toestand;
      const stap = huidigeStap(verloop.toestand);
      const eerlijk = termijn(kalender, lokaleTijd(nu).datum, sjabloon.terugstuurWerkdagen);
      const oud = taakVan(stap, taak).vervaltOp;
      const vervaltOp = oud > eerlijk ? oud : eerlijk;
      return voegToe(verloop, nu, door, {
        soort: 'taak-teruggestuurd',
        stap: stap.sleutel,
        taak,
        vervaltOp,
        invoerId,
      });
    },
  },
  'voeg-taak-toe': {
    in: ['lopend'],
    controleer(stand, commando) {
      const { kalender } = stand.toestand;
      const vandaag = lokaleTijd(stand.nu).datum;
      if (!isOpen(stand)) return STAP_DICHT;
      if (zoek(stand, `${commando.taak}.${commando.uitvoerder}`))
        return weiger('taak-bestaat', 'Deze taak is er al. Ververs de pagina.');
      if (commando.opentOp < vandaag || commando.vervaltOp < commando.opentOp)
        return weiger('dag-voorbij', 'Kies een begindag vanaf vandaag, en een einddag die niet eerder is.');
      if ([commando.opentOp, commando.vervaltOp].some((dag) => eersteBeschikbareDag(kalender, dag) !== dag))
        return weiger('dag-niet-beschikbaar', 'Kies werkdagen die niet in een rustperiode vallen.');
      return undefined;
    },
    voerUit(verloop, { taak, uitvoerder, opentOp, vervaltOp, invoerId }, { nu, door }) {
      const { sleutel: stap } = huidigeStap(verloop.toestand);
      const sleutel = `${taak}.${uitvoerder}`;
      const plan = { sleutel, taak, uitvoerder, opentOp, vervaltOp };
      return voegToe(verloop, nu, door, { soort: 'taak-toegevoegd', stap, taak: sleutel, plan, invoerId });
    },
  },
  'laat-taak-vervallen': {
    in: ['lopend', 'gepauzeerd'],
    controleer(stand, commando) {
      const taak = zoek(stand, commando.taak);
      if (!taak) return weiger('taak-onbekend', 'Deze taak hoort niet bij de stap die nu loopt.');
      if (taak.status === 'vervallen') return weiger('taak-vervallen', 'Deze taak is al vervallen.');
      return taak.status === 'ingediend' ? AL_INGEDIEND : undefined;
    },
    voerUit(verloop, { taak, invoerId }, { nu, door }) {
      const { sleutel: stap } = huidigeStap(verloop.toestand);
      return sluitAf(voegToe(verloop, nu, door, { soort: 'taak-vervallen', stap, taak, invoerId }), nu, door);
    },
  },
};
