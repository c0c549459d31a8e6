import type { Instant } from '../../kalender/amsterdam.js';
import type { Actor } from '../gebeurtenis.js';
import { huidigeStap, type TrajectToestand } from '../toestand.js';
import type { TrajectStatus } from '../overgangen.js';
import type { Verloop } from '../verloop.js';
import { DAGEN_COMMANDOS, type DagenCommando } from './dagen.commando.js';
import { GESPREK_COMMANDOS, type GesprekCommando } from './gesprek.commando.js';
import { weiger, type CommandoRegel, type CommandoRegels, type Weigering } from './regel.js';
import { STAP_COMMANDOS, type StapCommando } from './stap.commando.js';
import { TAAK_COMMANDOS, type TaakCommando } from './taak.commando.js';
import { TRAJECT_COMMANDOS, type LevensloopCommando } from './traject.commando.js';

/** What a person can ask of a traject. Texts stay in the database; `invoerId` names the row that holds them. */
export type TrajectCommando =
  TaakCommando | StapCommando | GesprekCommando | DagenCommando | LevensloopCommando;

const REGELS: CommandoRegels<TrajectCommando> = {
  ...TAAK_COMMANDOS,
  ...STAP_COMMANDOS,
  ...GESPREK_COMMANDOS,
  ...DAGEN_COMMANDOS,
  ...TRAJECT_COMMANDOS,
};

const regelVan = ({ soort }: TrajectCommando): CommandoRegel<TrajectCommando> => REGELS[soort];

const NIET_NU: Readonly<Record<Exclude<TrajectStatus, 'lopend'>, Weigering>> = {
  gepland: weiger('nog-niet-gestart', 'Dit traject is nog niet gestart. Wacht tot het cohort begint.'),
  gepauzeerd: weiger(
    'traject-gepauzeerd',
    'Dit traject is gepauzeerd. Wacht tot het weer verder gaat, of vraag uw adviseur om het te hervatten.',
  ),
  afgerond: weiger('traject-afgerond', 'Dit traject is afgerond. Er kan niets meer worden gewijzigd.'),
  teruggetrokken: weiger(
    'traject-teruggetrokken',
    'Deze gemeente is gestopt met het traject. Er kan niets meer worden gewijzigd.',
  ),
};

/** Why a command makes no sense while a traject is `status`, whatever else holds; undefined when it may. */
export function weigerInStatus(status: TrajectStatus, commando: TrajectCommando): Weigering | undefined {
  if (regelVan(commando).in.includes(status)) return undefined;
  return status === 'lopend' ? weiger('traject-loopt', 'Dit traject loopt gewoon door.') : NIET_NU[status];
}

/** Checks a command against a state that is up to date (`verstrijkt`). Pure and synchronous. */
export function controleer(
  toestand: TrajectToestand,
  commando: TrajectCommando,
  nu: Instant,
): Weigering | undefined {
  const buiten = weigerInStatus(toestand.status, commando);
  if (buiten) return buiten;
  return regelVan(commando).controleer({ toestand, stap: huidigeStap(toestand), nu }, commando);
}

/**
 * The facts that a command brings.
 * @throws Error with the refusal's sentence when `controleer` would refuse it: check first.
 */
export function voerUit(verloop: Verloop, commando: TrajectCommando, nu: Instant, door: Actor): Verloop {
  const weigering = controleer(verloop.toestand, commando, nu);
  if (weigering) throw new Error(weigering.zin);
  return regelVan(commando).voerUit(verloop, commando, { nu, door });
}
