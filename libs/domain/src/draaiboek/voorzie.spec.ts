import { lokaleTijd } from '../kalender/amsterdam.js';
import { ochtendVan } from '../kalender/verzendtijd.js';
import { MAATWERKTRAJECT_1 } from '../sjabloon/maatwerktraject-1.js';
import { MAATWERKTRAJECT_2 } from '../sjabloon/maatwerktraject-2.js';
import { procesDeel } from '../sjabloon/sjabloon.js';
import type { Gebeurtenis } from '../traject/gebeurtenis.js';
import { nieuwTraject } from '../traject/toestand.js';
import { niemandReageert, opTijd, voorzie } from './voorzie.js';

const START = '2027-02-01';
const nu = ochtendVan('2027-01-04');
const tot = ochtendVan('2028-06-01');
const mails = (feiten: readonly Gebeurtenis[]): string[] =>
  feiten.flatMap((feit) =>
    'bericht' in feit ? [`${lokaleTijd(feit.op).datum} ${feit.bericht} ${feit.onderwerp}`] : [],
  );

describe('wat een traject te wachten staat', () => {
  it('runs to its end when everyone is in time', () => {
    const feiten = voorzie(nieuwTraject(procesDeel(MAATWERKTRAJECT_2), START), nu, { gedrag: opTijd, tot });
    expect(feiten.at(-1)).toMatchObject({ bericht: 'traject-afgerond' });
    expect(feiten.filter(({ soort }) => soort === 'taak-ingediend')).toHaveLength(
      MAATWERKTRAJECT_2.stappen.flatMap(({ taken }) => taken.flatMap(({ uitvoerders }) => uitvoerders))
        .length,
    );
    expect(feiten.filter(({ soort }) => soort === 'taak-akkoord')).toHaveLength(1);
    expect(mails(feiten).filter((mail) => mail.includes('herinnering-na'))).toEqual([]);
    expect(mails(feiten).filter((mail) => mail.includes('weekoverzicht')).length).toBeGreaterThan(30);
    expect(feiten.every(({ soort }) => soort !== 'bericht-overgeslagen')).toBe(true);
  });

  it('stops where it waits for people, when nobody does anything', () => {
    const feiten = voorzie(nieuwTraject(procesDeel(MAATWERKTRAJECT_1), START), nu, {
      gedrag: niemandReageert,
      tot,
    });
    expect(feiten.filter(({ soort }) => soort === 'stap-geopend')).toHaveLength(1);
    expect(mails(feiten).slice(-2)).toEqual([
      '2027-04-05 herinnering-na scan_bespreken.hoofdcontact',
      '2027-04-05 escalatie scan_bespreken.hoofdcontact',
    ]);
  });

  it('tells nothing of after the day it looks to, and nothing of the past', () => {
    const begin = nieuwTraject(procesDeel(MAATWERKTRAJECT_2), START);
    const alles = voorzie(begin, nu, { gedrag: opTijd, tot });
    const einde = ochtendVan('2027-05-03');
    expect(voorzie(begin, nu, { gedrag: opTijd, tot: einde })).toEqual(alles.filter(({ op }) => op <= einde));
  });
});
