import { bestandVan, type Kolom, type Tabel } from './kolom.js';
import { TABELLEN } from './tabellen.js';

/** The variables of the codeboek itself, in order. */
export const CODEBOEK_VELDEN = [
  ['tabel', 'Naam van het bestand, zonder .csv.'],
  ['variabele', 'Naam van de kolom.'],
  ['type', 'Soort waarde, in de woorden van Frictionless Table Schema.'],
  ['eenheid', 'Eenheid van een getal.'],
  ['omschrijving', 'Wat de kolom betekent.'],
  ['waarden', 'De waarden die kunnen voorkomen, met | ertussen.'],
] as const;

const omschrijvingVan = (kolom: Kolom): string =>
  kolom.vrijeTekst
    ? `${kolom.omschrijving} Vrije tekst: begint de cel met ' en dan =, +, - of @, dan hoort de ' er niet bij.`
    : kolom.omschrijving;

/** A row per variable of every table. */
export function codeboekRijen(): string[][] {
  return TABELLEN.flatMap((tabel) =>
    tabel.kolommen.map((kolom) => [
      tabel.naam,
      kolom.naam,
      kolom.type,
      kolom.eenheid ?? '',
      omschrijvingVan(kolom),
      kolom.waarden?.join('|') ?? '',
    ]),
  );
}

const PROFIEL = 'https://datapackage.org/profiles/2.0';

function veld(kolom: Kolom) {
  const beperkingen = {
    ...(kolom.verplicht ? { required: true } : {}),
    ...(kolom.waarden ? { enum: kolom.waarden } : {}),
  };
  return {
    name: kolom.naam,
    type: kolom.type,
    description: omschrijvingVan(kolom),
    ...(kolom.eenheid === undefined ? {} : { unit: kolom.eenheid }),
    ...(Object.keys(beperkingen).length === 0 ? {} : { constraints: beperkingen }),
  };
}

const bron = (naam: string, titel: string, omschrijving: string, schema: object) => ({
  name: naam,
  path: bestandVan({ naam }),
  type: 'table',
  title: titel,
  description: omschrijving,
  format: 'csv',
  mediatype: 'text/csv',
  encoding: 'utf-8',
  dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
  schema: { $schema: `${PROFIEL}/tableschema.json`, ...schema, missingValues: [''] },
});

const tabelBron = (tabel: Tabel) =>
  bron(tabel.naam, tabel.titel, tabel.omschrijving, {
    fields: tabel.kolommen.map(veld),
    primaryKey: tabel.sleutel,
    ...(tabel.verwijzingen.length === 0
      ? {}
      : {
          foreignKeys: tabel.verwijzingen.map(({ velden, tabel: resource, naar }) => ({
            fields: velden,
            reference: { resource, fields: naar },
          })),
        }),
  });

/** The Frictionless Data Package (v2) of one export. */
export function datapackage(cohort: { id: string; naam: string; oefen: boolean }, gemaaktOp: Date) {
  const oefening = 'Dit is een oefencohort: de gegevens zijn verzonnen en de tijden zijn van de oefenklok. ';
  return {
    $schema: `${PROFIEL}/datapackage.json`,
    name: `maatwerktraject-${cohort.id}`,
    title: cohort.oefen ? `Oefencohort ${cohort.naam}` : `Cohort ${cohort.naam}`,
    description: `${cohort.oefen ? oefening : ''}Het verloop van een cohort van gemeenten. Tijden zijn in UTC. Een lege cel is een ontbrekende waarde.`,
    version: '1.0.0',
    created: gemaaktOp.toISOString(),
    resources: [
      ...TABELLEN.map(tabelBron),
      bron('codeboek', 'Codeboek', 'Uitleg bij elke kolom van de andere tabellen.', {
        fields: CODEBOEK_VELDEN.map(([name, description]) => ({ name, type: 'string', description })),
        primaryKey: ['tabel', 'variabele'],
      }),
    ],
  };
}
