import { leegOpslag } from '../testing/opslag.js';
import { bewaarLokaal, teHerstellen, vergeetAlleConcepten, vergeetLokaal } from './concept.opslag.js';

const taak = (inhoud?: Record<string, unknown>, versie = 3): Parameters<typeof teHerstellen>[1] => ({
  id: 'taak-1',
  concept: inhoud ? { inhoud, versie, bewaardOp: '2027-02-01T08:00:00.000Z' } : null,
});

describe('antwoorden die nog niet bij de server zijn', () => {
  it('komen terug bij dezelfde persoon en taak, met de versie waarop ze verdergaan', () => {
    const opslag = leegOpslag();
    bewaarLokaal('ik', 'taak-1', { versie: 3, inhoud: { doel: 'nieuw' } }, opslag);
    expect(teHerstellen('ik', taak({ doel: 'oud' }), opslag)).toEqual({
      versie: 3,
      inhoud: { doel: 'nieuw' },
    });
    expect(teHerstellen('ander', taak({ doel: 'oud' }), opslag)).toBeNull();
    expect(teHerstellen('ik', { ...taak(), id: 'taak-2' }, opslag)).toBeNull();
  });

  it('komen niet terug als ze toch zijn aangekomen, in welke volgorde ook', () => {
    const opslag = leegOpslag();
    bewaarLokaal('ik', 'taak-1', { versie: 3, inhoud: { a: 1, b: { c: [1, 2], d: 'x' } } }, opslag);
    expect(teHerstellen('ik', taak({ b: { d: 'x', c: [1, 2] }, a: 1 }, 4), opslag)).toBeNull();
    expect(teHerstellen('ik', taak({ b: { d: 'x', c: [2, 1] }, a: 1 }, 4), opslag)).not.toBeNull();
  });

  it('zijn weg na het indienen, en van iedereen weg na het afmelden', () => {
    const opslag = leegOpslag();
    opslag.setItem('iets-anders', 'blijft');
    for (const id of ['taak-1', 'taak-2']) bewaarLokaal('ik', id, { versie: 0, inhoud: { a: id } }, opslag);
    vergeetLokaal('ik', 'taak-1', opslag);
    expect(teHerstellen('ik', taak(), opslag)).toBeNull();
    expect(teHerstellen('ik', { ...taak(), id: 'taak-2' }, opslag)).not.toBeNull();
    vergeetAlleConcepten(opslag);
    expect(teHerstellen('ik', { ...taak(), id: 'taak-2' }, opslag)).toBeNull();
    expect(opslag.getItem('iets-anders')).toBe('blijft');
  });

  it('doen er niet toe als er iets anders staat', () => {
    const opslag = leegOpslag();
    for (const rommel of ['{', '[]', '"tekst"', '{"versie":"3","inhoud":{}}', '{"versie":3,"inhoud":null}']) {
      opslag.setItem('maatwerktraject.concept.ik.taak-1', rommel);
      expect(teHerstellen('ik', taak({ a: 1 }), opslag)).toBeNull();
    }
  });

  it('mogen verloren gaan als de browser niets wil bewaren', () => {
    const vol = Object.assign(leegOpslag(), {
      setItem: () => {
        throw new DOMException('vol', 'QuotaExceededError');
      },
    });
    expect(() => bewaarLokaal('ik', 'taak-1', { versie: 0, inhoud: {} }, vol)).not.toThrow();
  });
});
