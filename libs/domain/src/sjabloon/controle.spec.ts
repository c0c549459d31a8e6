import { controleerTegenEerder } from './controle.eerder.js';
import { controleerSjabloon } from './controle.js';
import { MAATWERKTRAJECT_1 } from './maatwerktraject-1.js';
import { MAATWERKTRAJECT_2 } from './maatwerktraject-2.js';
import { STUREN_OP_KWALITEIT_1 } from './sturen-op-kwaliteit-1.js';
import type { Sjabloon } from './sjabloon.js';

type Los = Record<string, unknown> & { stappen: LosseStap[] };
interface LosseStap {
  [naam: string]: unknown;
  sleutel: string;
  vensterWeken: number;
  taken: Record<string, unknown>[];
  checkIns: Record<string, unknown>[];
}

/** A copy in which something is changed at will, the way it comes in from a file. */
function met(wijzig: (los: Los) => void, van: Sjabloon = STUREN_OP_KWALITEIT_1): Sjabloon {
  const los = structuredClone(van) as unknown as Los;
  wijzig(los);
  return los as unknown as Sjabloon;
}

const taak = (los: Los): Record<string, unknown> => los.stappen[0]?.taken[0] ?? {};
const veld = (los: Los): Record<string, unknown> =>
  (los.stappen[1]?.taken[0]?.['velden'] as Record<string, unknown>[])[0] ?? {};
const eersteVelden = (los: Los): Record<string, unknown>[] =>
  veld(los)['velden'] as Record<string, unknown>[];

describe('een sjabloon', () => {
  it.each([MAATWERKTRAJECT_1, MAATWERKTRAJECT_2, STUREN_OP_KWALITEIT_1])(
    '$titel $versie klopt',
    (sjabloon) => {
      expect(controleerSjabloon(sjabloon)).toEqual([]);
    },
  );

  it.each<[string, (los: Los) => void, string]>([
    ['zonder stappen', (los) => Object.assign(los, { stappen: [], themas: [] }), 'stappen'],
    ['zonder titel', (los) => (los['titel'] = ' '), 'titel'],
    ['met een sleutel met een punt', (los) => (taak(los)['sleutel'] = 'a.b'), 'stappen.0.taken.0.sleutel'],
    [
      'met een sleutel met een hoofdletter',
      (los) => (taak(los)['sleutel'] = 'Scan'),
      'stappen.0.taken.0.sleutel',
    ],
    [
      'met twee stappen met één sleutel',
      (los) => {
        los['themas'] = [];
        los.stappen[1]!.sleutel = 'beleidskader';
      },
      'stappen.1.sleutel',
    ],
    [
      'met een gesprek dat heet als een stap',
      (los) => (los.stappen[0]!.checkIns[1]!['sleutel'] = 'kwaliteitskader'),
      'stappen.0.checkIns.1.sleutel',
    ],
    [
      'met twee taken met één sleutel',
      (los) => (taak(los)['sleutel'] = 'opdracht'),
      'stappen.0.taken.2.sleutel',
    ],
    ['met een stap zonder taken', (los) => (los.stappen[2]!.taken = []), 'stappen.2.taken'],
    [
      'met een taak die te vroeg opent',
      (los) => (taak(los)['opentNaWerkdagen'] = -1),
      'stappen.0.taken.0.opentNaWerkdagen',
    ],
    [
      'met een taak die af moet zijn voor zij opent',
      (los) => (taak(los)['opentNaWerkdagen'] = 10),
      'stappen.0.taken.0.termijnWerkdagen',
    ],
    [
      'met een taak die langer duurt dan de stap',
      (los) => (los.stappen[0]!.vensterWeken = 5),
      'stappen.0.taken.2.termijnWerkdagen',
    ],
    [
      'met een gesprek na de stap',
      (los) => (los.stappen[0]!.checkIns[1]!['week'] = 7),
      'stappen.0.checkIns.1.week',
    ],
    [
      'met een taak zonder uitvoerder',
      (los) => Object.assign(taak(los), { uitvoerders: [], minuten: {} }),
      'stappen.0.taken.0.uitvoerders',
    ],
    [
      'met een taak zonder minuten',
      (los) => (taak(los)['minuten'] = { beleid: 5 }),
      'stappen.0.taken.0.minuten.uitvoering',
    ],
    [
      'met minuten van iemand anders',
      (los) => (taak(los)['minuten'] = { beleid: 5, uitvoering: 5, bestuur: 5 }),
      'stappen.0.taken.0.minuten.bestuur',
    ],
    [
      'met akkoord op eigen werk',
      (los) => (los.stappen[0]!.taken[2]!['akkoordDoor'] = 'bestuur'),
      'stappen.0.taken.2.akkoordDoor',
    ],
    [
      'met een keuze zonder antwoorden',
      (los) => (eersteVelden(los)[0]!['opties'] = []),
      'stappen.1.taken.0.velden.0.velden.0.opties',
    ],
    [
      'met een lijst die niet kan',
      (los) => (veld(los)['minimum'] = 30),
      'stappen.1.taken.0.velden.0.maximum',
    ],
    ['met een formulier zonder vragen', (los) => (taak(los)['velden'] = []), 'stappen.0.taken.0.velden'],
    [
      'met een onbekende oorzaak',
      (los) => ((los['signalen'] as Record<string, unknown>[])[0]!['oorzaken'] = ['G']),
      'signalen.0.oorzaken.0',
    ],
    [
      'met een signaal dat nooit komt',
      (los) => ((los['signalen'] as Record<string, unknown>[])[0]!['herinneringen'] = 4),
      'signalen.0.herinneringen',
    ],
    [
      'met twee herinneringen op één dag',
      (los) => ((los['herinneringen'] as Record<string, unknown>[])[2]!['werkdagen'] = 0),
      'herinneringen.2',
    ],
    [
      'met een weekoverzicht op zaterdag',
      (los) => (los['weekoverzicht'] = { weekdag: 6 }),
      'weekoverzicht.weekdag',
    ],
    [
      'met de uitkomst in een stap die niet de laatste is',
      (los) => (los.stappen[0]!['vraagtUitkomst'] = true),
      'stappen.0.vraagtUitkomst',
    ],
    [
      'met een thema voor een stap die er niet is',
      (los) => ((los['themas'] as Record<string, unknown>[])[0]!['stappen'] = ['weg']),
      'themas.0.stappen.0',
    ],
    [
      'met een thema dat heet als een taak',
      (los) => ((los['themas'] as Record<string, unknown>[])[1]!['sleutel'] = 'plan'),
      'themas.1.sleutel',
    ],
  ])('%s klopt niet', (_naam, wijzig, pad) => {
    const fouten = controleerSjabloon(met(wijzig));
    expect(fouten.map((fout) => fout.pad)).toEqual([pad]);
    expect(fouten[0]?.zin).toMatch(/^["A-Z].*\.$/);
  });
});

describe('een sleutel van een eerdere versie', () => {
  it('mag blijven, verdwijnen en erbij komen', () => {
    expect(controleerTegenEerder(MAATWERKTRAJECT_2, [MAATWERKTRAJECT_1])).toEqual([]);
    const minder = met((los) => los.stappen.splice(2, 2), MAATWERKTRAJECT_1);
    expect(controleerTegenEerder(minder, [MAATWERKTRAJECT_1])).toEqual([]);
    expect(controleerTegenEerder(MAATWERKTRAJECT_1, [minder])).toEqual([]);
  });

  it('hoort niet opeens bij een ander soort vraag, ook niet in een lijst', () => {
    const anders = met((los) => {
      eersteVelden(los)[2]!['soort'] = 'datum';
      veld(los)['label'] = 'Anders gezegd mag wel';
    });
    expect(controleerTegenEerder(anders, [STUREN_OP_KWALITEIT_1])).toEqual([
      {
        pad: 'stappen.1.taken.0.velden.0.velden.2.sleutel',
        zin: expect.stringContaining('(tekst)') as string,
      },
    ]);
  });
});
