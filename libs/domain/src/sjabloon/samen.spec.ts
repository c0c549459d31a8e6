import { MAATWERKTRAJECT_1 } from './maatwerktraject-1.js';
import { MAATWERKTRAJECT_2 } from './maatwerktraject-2.js';
import { metBegonnenStappen } from './samen.js';

const nieuw = {
  ...MAATWERKTRAJECT_2,
  stappen: MAATWERKTRAJECT_2.stappen.map((stap) => ({ ...stap, titel: `${stap.titel} 2` })),
};

describe('het sjabloon van een traject dat overging', () => {
  it('heeft de begonnen stappen van toen, en de rest van nu', () => {
    const samen = metBegonnenStappen(nieuw, { inventariseren: 1, prioriteren: 1 }, [MAATWERKTRAJECT_1]);
    expect(samen.versie).toBe(2);
    expect(samen.stappen.map(({ titel }) => titel)).toEqual([
      'Inventariseren',
      'Prioriteren',
      'Verbeteracties 2',
      'Uitvoeren 2',
      'Evalueren 2',
    ]);
  });

  it('is er niet als een versie de stap niet heeft', () => {
    expect(() => metBegonnenStappen(nieuw, { weg: 1 }, [MAATWERKTRAJECT_1])).toThrow(RangeError);
    expect(() => metBegonnenStappen(nieuw, { inventariseren: 7 }, [MAATWERKTRAJECT_1])).toThrow(RangeError);
  });
});
