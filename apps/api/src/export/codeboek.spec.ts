import { text } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { CODEBOEK_VELDEN, codeboekRijen, datapackage } from './codeboek.js';
import { alsCsv, rijenAlsCsv, zonderFormule } from './csv.js';
import { bestandsnaam } from './export.service.js';
import { kolommenVan, selectVan } from './kolom.js';
import { TABELLEN } from './tabellen.js';

const pakket = datapackage({ id: 'x', naam: 'Twente', oefen: true }, new Date('2027-01-01T00:00:00Z'));
const bronnen = new Map(
  pakket.resources.map((bron) => [
    bron.name,
    bron.schema as unknown as {
      fields: { name: string }[];
      primaryKey: string[];
      foreignKeys?: { fields: string[]; reference: { resource: string; fields: string[] } }[];
    },
  ]),
);

describe('export', () => {
  it.each(TABELLEN)('$naam: query, file, codeboek and data package have the same columns', async (tabel) => {
    const namen = tabel.kolommen.map(({ naam }) => naam);
    const kop = (await text(alsCsv(Readable.from([]), tabel))).trimEnd();
    expect(kop.split(',')).toEqual(namen);
    expect([...selectVan(tabel).matchAll(/ AS "(\w+)"/g)].map(([, naam]) => naam)).toEqual(namen);
    expect(bronnen.get(tabel.naam)?.fields.map(({ name }) => name)).toEqual(namen);
    expect(
      codeboekRijen()
        .filter(([naam]) => naam === tabel.naam)
        .map(([, variabele]) => variabele),
    ).toEqual(namen);
  });

  it('has names that fit SPSS, Stata and R, each once', () => {
    for (const { kolommen } of TABELLEN) {
      const namen = kolommen.map(({ naam }) => naam);
      expect(namen.filter((naam) => !/^[a-z][a-z0-9_]{0,31}$/.test(naam))).toEqual([]);
      expect(new Set(namen).size).toBe(namen.length);
    }
  });

  it('has keys and references that exist', () => {
    for (const schema of bronnen.values()) {
      const namen = schema.fields.map(({ name }) => name);
      for (const { fields, reference } of [
        ...(schema.foreignKeys ?? []),
        { fields: schema.primaryKey, reference: undefined },
      ]) {
        expect(namen).toEqual(expect.arrayContaining(fields));
        if (reference) expect(bronnen.get(reference.resource)?.primaryKey).toEqual(reference.fields);
      }
    }
  });

  it('holds no names or addresses of people', () => {
    const sql = TABELLEN.map(selectVan).join('\n');
    expect(sql).not.toMatch(/contactpersoon|email|adviseur_naam|message_id|'verslag' AS/);
  });

  it('says that it is an exercise', () => {
    expect(pakket.title).toBe('Oefencohort Twente');
    expect(pakket.description).toMatch(/^Dit is een oefencohort/);
    expect(datapackage({ id: 'x', naam: 'Twente', oefen: false }, new Date(0)).description).not.toMatch(
      /oefen/i,
    );
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['+31', "'+31"],
    ['-x', "'-x"],
    ['@a', "'@a"],
    ['\tx', "'\tx"],
    ['a=1', 'a=1'],
    ['', ''],
  ])('makes %j safe for a spreadsheet', (tekst, veilig) => {
    expect(zonderFormule(tekst)).toBe(veilig);
  });

  it('writes RFC 4180', async () => {
    const vrij = kolommenVan('x');
    const tabel = {
      kolommen: [vrij('een', 'string', 'Eén.'), vrij('twee', 'string', 'Twee.', { vrijeTekst: true })],
    };
    const rij = { een: null, twee: '=a "b"\nc' };
    expect(await text(alsCsv(Readable.from([rij]), tabel))).toBe('een,twee\r\n,"\'=a ""b""\nc"\r\n');
    expect(
      await text(
        rijenAlsCsv(
          CODEBOEK_VELDEN.map(([naam]) => naam),
          [],
        ),
      ),
    ).toBe('tabel,variabele,type,eenheid,omschrijving,waarden\r\n');
  });

  it('passes a fault of the database on to who reads', async () => {
    const kapot = new Readable({
      objectMode: true,
      read() {
        this.destroy(new Error('weg'));
      },
    });
    await expect(text(alsCsv(kapot, TABELLEN[0]!))).rejects.toThrow('weg');
  });

  it('names its file after the cohort', () => {
    expect(bestandsnaam('Súdwest & co/2027')).toBe('sudwest-co-2027');
    expect(bestandsnaam('…')).toBe('cohort');
  });
});
