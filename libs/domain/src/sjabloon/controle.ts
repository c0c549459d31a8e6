import { controleerVelden } from './controle.velden.js';
import { dubbelen, fout, leegstaand, sleutelFouten, type SjabloonFout } from './controle.regels.js';
import { OORZAKEN } from './keuzelijsten.js';
import type { Herinneringsregel, Sjabloon, SjabloonStap, SjabloonTaak, Signaalregel } from './sjabloon.js';

/** More than so many mails of one kind about one taak on one day are never sent. */
const HERINNERINGEN_PER_DAG = 1;
const WERKDAGEN_PER_WEEK = 5;

function taakFouten(taak: SjabloonTaak, stap: SjabloonStap, pad: string): SjabloonFout[] {
  const { uitvoerders, opentNaWerkdagen, termijnWerkdagen, minuten, akkoordDoor } = taak;
  const fouten = [
    ...sleutelFouten(taak.sleutel, `${pad}.sleutel`),
    ...leegstaand(taak, ['titel', 'uitleg'], pad),
    ...dubbelen(uitvoerders, (index) => `${pad}.uitvoerders.${String(index)}`),
    ...controleerVelden(taak.velden, `${pad}.velden`),
  ];
  if (uitvoerders.length === 0)
    fouten.push(fout(`${pad}.uitvoerders`, 'Zeg wie deze taak doet: noem minstens één uitvoerder.'));
  if (opentNaWerkdagen < 0)
    fouten.push(fout(`${pad}.opentNaWerkdagen`, 'Kies 0 of meer werkdagen na het begin van de stap.'));
  if (termijnWerkdagen <= opentNaWerkdagen)
    fouten.push(
      fout(`${pad}.termijnWerkdagen`, 'De laatste dag moet na de eerste dag vallen. Kies meer werkdagen.'),
    );
  if (termijnWerkdagen > WERKDAGEN_PER_WEEK * stap.vensterWeken)
    fouten.push(
      fout(
        `${pad}.termijnWerkdagen`,
        `De stap duurt ${String(stap.vensterWeken)} weken. Kies niet meer dan ${String(WERKDAGEN_PER_WEEK * stap.vensterWeken)} werkdagen.`,
      ),
    );
  for (const uitvoerder of uitvoerders)
    if (!((minuten[uitvoerder] ?? 0) > 0))
      fouten.push(fout(`${pad}.minuten.${uitvoerder}`, 'Zeg hoeveel minuten deze taak kost.'));
  for (const ander of Object.keys(minuten))
    if (!uitvoerders.some((uitvoerder) => uitvoerder === ander))
      fouten.push(fout(`${pad}.minuten.${ander}`, 'Deze uitvoerder doet de taak niet. Haal de minuten weg.'));
  if (akkoordDoor && uitvoerders.every((uitvoerder) => uitvoerder === akkoordDoor))
    fouten.push(
      fout(
        `${pad}.akkoordDoor`,
        'Niemand gaat akkoord met eigen werk. Kies een ander niveau voor het akkoord.',
      ),
    );
  return fouten;
}

function stapFouten(stap: SjabloonStap, pad: string, laatste: boolean): SjabloonFout[] {
  const fouten = [
    ...sleutelFouten(stap.sleutel, `${pad}.sleutel`),
    ...leegstaand(stap, ['titel', 'uitleg'], pad),
    ...dubbelen(
      stap.taken.map(({ sleutel }) => sleutel),
      (index) => `${pad}.taken.${String(index)}.sleutel`,
    ),
    ...stap.taken.flatMap((taak, index) => taakFouten(taak, stap, `${pad}.taken.${String(index)}`)),
  ];
  if (stap.vensterWeken < 1) fouten.push(fout(`${pad}.vensterWeken`, 'Een stap duurt minstens 1 week.'));
  if (stap.taken.length === 0)
    fouten.push(fout(`${pad}.taken`, 'Geef elke stap minstens één taak. Haal de stap anders weg.'));
  if (stap.goedkeuringen !== undefined && stap.goedkeuringen < 1)
    fouten.push(fout(`${pad}.goedkeuringen`, 'Er is minstens 1 akkoord nodig. Kies 1 of meer.'));
  if (stap.vraagtUitkomst && !laatste)
    fouten.push(fout(`${pad}.vraagtUitkomst`, 'Vraag de uitkomst alleen in de laatste stap.'));
  stap.checkIns.forEach(({ sleutel, titel, week }, index) => {
    const eigen = `${pad}.checkIns.${String(index)}`;
    fouten.push(...sleutelFouten(sleutel, `${eigen}.sleutel`), ...leegstaand({ titel }, ['titel'], eigen));
    if (week < 1 || week > stap.vensterWeken)
      fouten.push(fout(`${eigen}.week`, `Kies een week van 1 tot en met ${String(stap.vensterWeken)}.`));
  });
  return fouten;
}

function herinneringFouten(regels: readonly Herinneringsregel[]): SjabloonFout[] {
  const pad = (index: number): string => `herinneringen.${String(index)}`;
  const opDag = regels.map(({ aan, werkdagen }) => `${aan} ${String(werkdagen)}`);
  return [
    ...regels.flatMap(({ sleutel }, index) => sleutelFouten(sleutel, `${pad(index)}.sleutel`)),
    ...dubbelen(
      regels.map(({ sleutel }) => sleutel),
      (index) => `${pad(index)}.sleutel`,
    ),
    ...opDag.flatMap((dag, index) =>
      opDag.slice(0, index).filter((eerder) => eerder === dag).length >= HERINNERINGEN_PER_DAG
        ? [fout(pad(index), 'Op deze dag krijgt dezelfde persoon al een herinnering. Kies een andere dag.')]
        : [],
    ),
  ];
}

function signaalFouten(
  signaal: Signaalregel,
  regels: readonly Herinneringsregel[],
  pad: string,
): SjabloonFout[] {
  const fouten = signaal.oorzaken.flatMap((oorzaak, index) =>
    OORZAKEN.some(({ waarde }) => waarde === oorzaak)
      ? []
      : [fout(`${pad}.oorzaken.${String(index)}`, 'Deze oorzaak is er niet. Kies uit A tot en met F.')],
  );
  const aantal = regels.filter(({ aan }) => aan === 'uitvoerder').length;
  if (signaal.sleutel === 'geen-antwoord' && (signaal.herinneringen < 1 || signaal.herinneringen > aantal))
    fouten.push(
      fout(
        `${pad}.herinneringen`,
        `Per taak gaan er ${String(aantal)} herinneringen uit. Kies een aantal van 1 tot en met ${String(aantal)}.`,
      ),
    );
  return fouten;
}

function themaFouten({ themas = [], stappen }: Sjabloon): SjabloonFout[] {
  return themas.flatMap((thema, index) => {
    const pad = `themas.${String(index)}`;
    const voor = stappen.filter(({ sleutel }) => thema.stappen?.includes(sleutel) ?? true);
    return [
      ...sleutelFouten(thema.sleutel, `${pad}.sleutel`),
      ...leegstaand(thema, ['titel', 'uitleg'], pad),
      ...(thema.stappen ?? []).flatMap((stap, nummer) =>
        stappen.some(({ sleutel }) => sleutel === stap)
          ? []
          : [
              fout(
                `${pad}.stappen.${String(nummer)}`,
                'Deze stap is er niet. Kies een stap van dit sjabloon.',
              ),
            ],
      ),
      ...(voor.some(({ taken }) => taken.some(({ sleutel }) => sleutel === thema.sleutel))
        ? [fout(`${pad}.sleutel`, 'Een taak heeft deze sleutel al. Kies een andere.')]
        : []),
    ];
  });
}

/** All that is wrong with a sjabloon of the right shape, each with the place where it stands; nothing when it can be used. */
export function controleerSjabloon(sjabloon: Sjabloon): SjabloonFout[] {
  const { stappen, herinneringen, signalen, weekoverzicht, themas = [] } = sjabloon;
  // The agenda of a traject names stappen and check-ins alike, so that they may not be confused.
  const namen = [
    ...stappen.map(({ sleutel }, index) => ({ sleutel, pad: `stappen.${String(index)}.sleutel` })),
    ...stappen.flatMap(({ checkIns }, index) =>
      checkIns.map(({ sleutel }, nummer) => ({
        sleutel,
        pad: `stappen.${String(index)}.checkIns.${String(nummer)}.sleutel`,
      })),
    ),
  ];
  const fouten = [
    ...leegstaand(sjabloon, ['titel'], ''),
    ...dubbelen(
      namen.map(({ sleutel }) => sleutel),
      (index) => namen[index]?.pad ?? '',
    ),
    ...stappen.flatMap((stap, index) =>
      stapFouten(stap, `stappen.${String(index)}`, index === stappen.length - 1),
    ),
    ...herinneringFouten(herinneringen),
    ...signalen.flatMap((signaal, index) =>
      signaalFouten(signaal, herinneringen, `signalen.${String(index)}`),
    ),
    ...dubbelen(
      signalen.map(({ sleutel }) => sleutel),
      (index) => `signalen.${String(index)}.sleutel`,
    ),
    ...dubbelen(
      themas.map(({ sleutel }) => sleutel),
      (index) => `themas.${String(index)}.sleutel`,
    ),
    ...themaFouten(sjabloon),
  ];
  if (stappen.length === 0) fouten.push(fout('stappen', 'Maak minstens één stap.'));
  for (const veld of ['akkoordNaWerkdagen', 'terugstuurWerkdagen'] as const)
    if (sjabloon[veld] < 1) fouten.push(fout(veld, 'Kies 1 of meer werkdagen.'));
  if (weekoverzicht && (weekoverzicht.weekdag < 1 || weekoverzicht.weekdag > WERKDAGEN_PER_WEEK))
    fouten.push(fout('weekoverzicht.weekdag', 'Kies een dag van maandag (1) tot en met vrijdag (5).'));
  return fouten;
}
