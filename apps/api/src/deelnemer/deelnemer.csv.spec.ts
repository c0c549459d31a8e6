import { leesDeelnemersCsv } from './deelnemer.csv.js';
import { groepeer } from './deelnemer.groepen.js';

const KOP = 'gemeentecode,naam,email,niveau,hoofdcontact';
const lees = (tekst: string) => leesDeelnemersCsv(new TextEncoder().encode(tekst));
const paden = (tekst: string) => lees(tekst).fouten.map(({ pad }) => pad);

describe('CSV met deelnemers', () => {
  it('reads what Excel writes: a byte order mark, semicolons, CRLF, other case and order', () => {
    const { rijen, fouten } = lees(
      '\uFEFFEmail;Naam;Gemeentecode;Niveau;Hoofdcontact\r\nkim@x.example;"Boer; Kim";gm0153;Beleid;JA\r\n\r\nan@x.example;An;GM0153;bestuur;\r\n',
    );
    expect(fouten).toEqual([]);
    expect(rijen).toEqual([
      {
        regel: 2,
        gemeentecode: 'GM0153',
        contactpersoon: { naam: 'Boer; Kim', email: 'kim@x.example', niveau: 'beleid', hoofdcontact: true },
      },
      {
        regel: 4,
        gemeentecode: 'GM0153',
        contactpersoon: { naam: 'An', email: 'an@x.example', niveau: 'bestuur', hoofdcontact: false },
      },
    ]);
  });

  it('names every fault by line and column', () => {
    expect(paden(`${KOP}\nGM153,=1+1,kimx.nl,beleids,misschien\nGM0153,,,,\n`)).toEqual([
      'regel 2, kolom gemeentecode',
      'regel 2, kolom naam',
      'regel 2, kolom hoofdcontact',
      'regel 2, kolom email',
      'regel 2, kolom niveau',
      'regel 3, kolom naam',
      'regel 3, kolom email',
      'regel 3, kolom niveau',
    ]);
  });

  it('refuses a cell that a spreadsheet would run', () => {
    for (const naam of ['=1+1', '+31', '-x', '@x'])
      expect(paden(`${KOP}\nGM0153,${naam},k@x.example,beleid,ja\n`)).toEqual(['regel 2, kolom naam']);
  });

  it('counts lines as an editor does, also after a cell with line breaks', () => {
    expect(paden(`${KOP}\n"GM0153","a\nb",k@x.example\n\nGM0153,A,a@x.example,beleid\n`)).toEqual([
      'regel 2',
      'regel 5',
    ]);
  });

  it('says which columns are missing or too many', () => {
    expect(paden('gemeentecode,naam,mail,niveau,hoofdcontact\n')).toEqual([
      'regel 1, kolom email',
      'regel 1',
    ]);
    expect(paden('')).toHaveLength(5);
    expect(paden(KOP)).toEqual(['regel 2']);
  });

  it('refuses what is no UTF-8, and quotes that do not close', () => {
    expect(leesDeelnemersCsv(new Uint8Array([0x47, 0xe9, 0x0a])).fouten[0]?.zin).toMatch(/CSV UTF-8/);
    expect(paden(`${KOP}\nGM0153,"Kim,k@x.example,beleid,ja\n`)).toHaveLength(1);
  });
});

describe('groepen per gemeente', () => {
  const groepen = (regels: string[]) => groepeer(lees([KOP, ...regels].join('\n')).rijen);

  it('brings lines together that are not next to each other', () => {
    const { groepen: gevonden, fouten } = groepen([
      'GM0153,A,a@x.example,beleid,ja',
      'GM0141,B,b@x.example,beleid,ja',
      'GM0153,C,c@x.example,bestuur,nee',
    ]);
    expect(fouten).toEqual([]);
    expect(
      gevonden.map(({ gemeentecode, contactpersonen }) => [gemeentecode, contactpersonen.length]),
    ).toEqual([
      ['GM0153', 2],
      ['GM0141', 1],
    ]);
  });

  it('wants one hoofdcontact per gemeente, and each person once per niveau', () => {
    const { fouten } = groepen([
      'GM0153,A,a@x.example,beleid,ja',
      'GM0153,A,A@x.example,beleid,ja',
      'GM0141,B,b@x.example,beleid,nee',
    ]);
    expect(fouten.map(({ pad }) => pad)).toEqual([
      'regel 3, kolom hoofdcontact',
      'regel 3, kolom email',
      'regel 4, kolom hoofdcontact',
    ]);
  });
});
