import { dubbelen, fout, leegstaand, sleutelFouten, type SjabloonFout } from './controle.regels.js';
import type { Optie, Veld } from './veld.js';

const WAARDE = /^[A-Za-z0-9_-]{1,60}$/;

function optieFouten(opties: readonly Optie[], pad: string): SjabloonFout[] {
  if (opties.length === 0) return [fout(pad, 'Geef minstens één antwoord om uit te kiezen.')];
  return [
    ...dubbelen(
      opties.map(({ waarde }) => waarde),
      (index) => `${pad}.${String(index)}.waarde`,
    ),
    ...opties.flatMap((optie, index) => [
      ...leegstaand(optie, ['label'], `${pad}.${String(index)}`),
      ...(WAARDE.test(optie.waarde)
        ? []
        : [fout(`${pad}.${String(index)}.waarde`, 'Gebruik alleen letters, cijfers, - en _.')]),
    ]),
  ];
}

function eigenFouten(veld: Veld, pad: string): SjabloonFout[] {
  switch (veld.soort) {
    case 'tekst':
    case 'lange-tekst':
      return veld.maxTekens !== undefined && veld.maxTekens < 1
        ? [fout(`${pad}.maxTekens`, 'Kies 1 of meer tekens.')]
        : [];
    case 'getal':
      return veld.min < veld.max ? [] : [fout(`${pad}.max`, 'Kies een getal dat hoger is dan het laagste.')];
    case 'datum':
      return [];
    case 'keuze':
    case 'meerkeuze':
      return optieFouten(veld.opties, `${pad}.opties`);
    case 'matrix':
      return (['rijen', 'kolommen', 'schaal'] as const).flatMap((lijst) =>
        optieFouten(veld[lijst], `${pad}.${lijst}`),
      );
    case 'lijst':
      return [
        ...(veld.minimum < 0 || veld.maximum < 1 || veld.minimum > veld.maximum
          ? [fout(`${pad}.maximum`, 'Kies een maximum dat niet lager is dan het minimum.')]
          : []),
        ...leegstaand(veld, ['itemNaam'], pad),
        ...controleerVelden(veld.velden, `${pad}.velden`),
      ];
  }
}

/** What is wrong with the questions of a form. */
export function controleerVelden(velden: readonly Veld[], pad: string): SjabloonFout[] {
  return [
    ...(velden.length === 0 ? [fout(pad, 'Stel minstens één vraag.')] : []),
    ...dubbelen(
      velden.map(({ sleutel }) => sleutel),
      (index) => `${pad}.${String(index)}.sleutel`,
    ),
    ...velden.flatMap((veld, index) => [
      ...sleutelFouten(veld.sleutel, `${pad}.${String(index)}.sleutel`),
      ...leegstaand(veld, ['label'], `${pad}.${String(index)}`),
      ...eigenFouten(veld, `${pad}.${String(index)}`),
    ]),
  ];
}
