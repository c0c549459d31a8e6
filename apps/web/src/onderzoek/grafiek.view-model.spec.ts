import type { Resultaten } from '../api/types.js';
import { getal, takenStaven, totaal, uitkomstStaven, vlakken } from './grafiek.view-model.js';

const resultaten: Resultaten = {
  cohortId: 'c',
  trajecten: 20,
  afgerond: 18,
  teruggetrokken: 0,
  uitkomsten: { structureel: 5, getraind: 4, aandacht: 9, geen: 0, nogNietBekend: 2 },
  stappen: [
    {
      sleutel: 'inventariseren',
      titel: 'Inventariseren',
      afgerond: 20,
      medianeDagen: 55.25,
      takenIngediend: 100,
      takenTeLaatIngediend: 25,
      berichten: 200,
      herinneringen: 80,
      checkInsGehouden: 38,
    },
  ],
};

describe('grafieken', () => {
  it('telt elke gemeente één keer', () => {
    const staven = uitkomstStaven(resultaten);
    expect(staven.map(totaal)).toEqual([5, 4, 9, 0, 2]);
    expect(staven.reduce((som, staaf) => som + totaal(staaf), 0)).toBe(resultaten.trajecten);
  });

  it('verdeelt taken in op tijd en te laat', () => {
    expect(takenStaven(resultaten)[0]?.delen.map(({ aantal }) => aantal)).toEqual([75, 25]);
  });

  it('legt de delen van een staaf achter elkaar, tot de breedte van de langste', () => {
    const [staaf] = takenStaven(resultaten);
    expect(vlakken(staaf!, 100, 400).map(({ x, breedte }) => [x, breedte])).toEqual([
      [0, 300],
      [300, 100],
    ]);
    expect(vlakken(staaf!, 0, 400).every(({ breedte }) => breedte === 0)).toBe(true);
  });

  it('schrijft een getal met komma', () => {
    expect(getal(55.25)).toBe('55,3');
    expect(getal(null)).toBe('–');
  });
});
