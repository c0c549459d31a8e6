import { lokaleTijd } from '../kalender/amsterdam.js';
import { ochtendVan } from '../kalender/verzendtijd.js';
import { GEWONE_KLOK } from '../klok/klok.js';
import { MAATWERKTRAJECT_1 } from '../sjabloon/maatwerktraject-1.js';
import { procesDeel } from '../sjabloon/sjabloon.js';
import { voerUit } from '../traject/commando/commando.js';
import { verschuif } from '../traject/dagen.js';
import { nieuwTraject, type TrajectToestand } from '../traject/toestand.js';
import { begin, verstrijkt } from '../traject/verloop.js';
import { vergelijk, type Voorzien } from './verschil.js';
import { opTijd, voorzie } from './voorzie.js';

const nu = ochtendVan('2027-02-03');
const tot = ochtendVan('2028-06-01');
const lopend = (): TrajectToestand => {
  const start = begin(nieuwTraject(procesDeel(MAATWERKTRAJECT_1), '2027-02-01'), ochtendVan('2027-01-29'));
  return verstrijkt(start, GEWONE_KLOK, nu).toestand;
};
const dag = (mail: Voorzien | null): string | null => mail && lokaleTijd(mail.op).datum;

describe('wat een wijziging verandert', () => {
  it('is nothing when nothing changes', () => {
    const feiten = voorzie(lopend(), nu, { gedrag: opTijd, tot });
    expect(vergelijk(feiten, feiten)).toEqual({ mails: [], eersteGevolg: null });
  });

  it('names each mail that moves, from when to when, and the first moment that it matters', () => {
    const toestand = lopend();
    const [eerste] = toestand.stap!.taken;
    const van = eerste!.vervaltOp;
    const wijzigingen = [{ wat: 'taak-vervalt', sleutel: eerste!.sleutel, van, naar: '2027-02-22' }] as const;
    const doe = {
      soort: 'wijzig-dagen',
      wijzigingen,
      planId: null,
      ongedaan: false,
      invoerId: null,
    } as const;
    const na = voerUit({ toestand, feiten: [] }, doe, nu, 'adviseur').toestand;
    const vooruit = (een: TrajectToestand) => voorzie(een, nu, { gedrag: opTijd, tot });
    const { mails, eersteGevolg } = vergelijk(vooruit(toestand), vooruit(na));
    expect(mails.map(({ van: oud, naar }) => [oud?.bericht, oud?.onderwerp, dag(oud), dag(naar)])).toEqual([
      ['herinnering-voor', 'startgegevens.hoofdcontact', '2027-02-08', '2027-02-15'],
      ['herinnering-op', 'startgegevens.hoofdcontact', '2027-02-15', '2027-02-22'],
    ]);
    expect(eersteGevolg).toBe(ochtendVan('2027-02-08'));
  });

  it('shows a mail that comes besides and one that does not come', () => {
    const toestand = lopend();
    const feiten = voorzie(toestand, nu, { gedrag: opTijd, tot });
    const zonder = feiten.filter((feit) => !('bericht' in feit) || feit.bericht !== 'traject-afgerond');
    expect(vergelijk(feiten, zonder).mails).toMatchObject([{ naar: null }]);
    expect(vergelijk(zonder, feiten).mails).toMatchObject([{ van: null }]);
  });

  it('moves all that is planned when all is moved', () => {
    const toestand = lopend();
    const wijzigingen = verschuif(toestand, { vanaf: '2027-02-04', werkdagen: 10, vandaag: '2027-02-03' });
    const doe = {
      soort: 'wijzig-dagen',
      wijzigingen,
      planId: null,
      ongedaan: false,
      invoerId: null,
    } as const;
    const na = voerUit({ toestand, feiten: [] }, doe, nu, 'adviseur').toestand;
    const vooruit = (een: TrajectToestand) => voorzie(een, nu, { gedrag: opTijd, tot });
    const { mails } = vergelijk(vooruit(toestand), vooruit(na));
    expect(mails.length).toBeGreaterThan(40);
    for (const { van, naar } of mails) expect(naar!.op).toBeGreaterThan(van!.op);
  });
});
