import type { Taak, Traject } from '../api/types.js';
import { standVan } from './taak.view-model.js';

const taak = (deel: Partial<Taak>): Taak =>
  ({ status: 'open', inzending: null, akkoordDoor: null, ...deel }) as Taak;
const traject = (status: Traject['status']): Traject => ({ status }) as Traject;
const inzending = { inhoud: {}, ingediendOp: '2027-02-09T10:15:00.000Z' };

describe('de stand van een taak', () => {
  it('zegt niets van een taak die kan worden ingevuld', () => {
    expect(standVan(taak({}), traject('lopend'))).toBeNull();
    expect(standVan(taak({}), undefined)).toBeNull();
  });

  it('zegt wie er nog naar kijkt', () => {
    const stand = standVan(
      taak({ status: 'wacht-op-akkoord', akkoordDoor: 'bestuur', inzending }),
      traject('lopend'),
    );
    expect(stand?.titel).toBe('Deze taak wacht op akkoord');
    expect(stand?.zin).toContain('9 februari 2027');
    expect(stand?.zin).toContain('bestuur');
  });

  it('zegt dat het klaar is, ook aan wie de antwoorden niet mag lezen', () => {
    expect(standVan(taak({ status: 'ingediend', inzending }), undefined)?.zin).toContain('9 februari 2027');
    expect(standVan(taak({ status: 'ingediend' }), undefined)?.zin).toBe('De antwoorden zijn ingediend.');
  });

  it('zegt waarom een open taak nu niet kan', () => {
    expect(standVan(taak({}), traject('gepauzeerd'))?.titel).toBe('Het traject is gepauzeerd');
    expect(standVan(taak({}), traject('teruggetrokken'))?.titel).toBe('Het traject is gestopt');
    expect(standVan(taak({ status: 'vervallen' }), traject('lopend'))?.titel).toBe('Deze taak is vervallen');
  });
});
