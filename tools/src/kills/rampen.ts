import { setTimeout as rust } from 'node:timers/promises';
import type { Dienstnaam, Proefstraat } from '../proefstraat/proefstraat.js';
import { Dobbelsteen } from '../voorbeeld/gedrag.js';

/** The mail server and the worker most: there the promises about mail are made. */
const SLACHTOFFERS: readonly Dienstnaam[] = [
  'worker',
  'worker',
  'api',
  'postgres',
  'temporal',
  'mailbak',
  'mailbak',
];

export type Doden = Readonly<Record<Dienstnaam, number>>;

/**
 * kill -9 of one part after another, at moments that the seed decides; each comes back a short while later. The next may
 * die before the last is ready again.
 */
export async function richtAan(
  straat: Proefstraat,
  { kills, seed }: { kills: number; seed: number },
  bijKill: (aantal: number) => void,
): Promise<Doden> {
  const dobbelsteen = new Dobbelsteen(seed, 'rampen');
  const doden = { postgres: 0, temporal: 0, mailbak: 0, api: 0, worker: 0 };
  const terug = new Map<Dienstnaam, Promise<void>>();
  for (let nummer = 1; nummer <= kills; nummer += 1) {
    await rust(dobbelsteen.tussen(200, 2_500));
    const naam = dobbelsteen.kies(SLACHTOFFERS);
    const weg = dobbelsteen.tussen(50, 1_500);
    // What is not back yet cannot die again.
    await terug.get(naam);
    const dienst = straat.dienst(naam);
    await dienst.dood();
    doden[naam] += 1;
    bijKill(nummer);
    const komtTerug = rust(weg).then(() => dienst.start());
    komtTerug.catch(() => undefined);
    terug.set(naam, komtTerug);
  }
  await Promise.all(terug.values());
  return doden;
}
