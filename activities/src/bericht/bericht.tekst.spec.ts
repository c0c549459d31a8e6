import { BERICHTSOORTEN, datumInWoorden, ochtendVan, type Berichtsoort } from '@maatwerktraject/domain';
import fc from 'fast-check';
import { schrijfBericht, type BerichtGegevens } from './bericht.tekst.js';

const OVER_EEN_TAAK: readonly Berichtsoort[] = [
  'taak-geopend',
  'herinnering-voor',
  'herinnering-op',
  'herinnering-na',
];

const gegevens = (soort: Berichtsoort, anders: Partial<BerichtGegevens> = {}): BerichtGegevens => ({
  soort,
  ontvanger: 'Contact beleid 1',
  gemeente: 'Enschede',
  sjabloon: 'het Maatwerktraject',
  stapNummer: 2,
  aantalStappen: 5,
  stapTitel: 'Prioriteren',
  titel: 'Beleidsterreinen wegen',
  uitleg: 'Bepaal waar u kans ziet.',
  minuten: 30,
  vervaltOp: '2027-04-20',
  link: 'https://mt.example/taken/1.prioriteren.wegen.beleid',
  adviseur: 'Adviseur van het cohort',
  aanAdviseur: false,
  namens: null,
  oefen: false,
  kennismaking: null,
  op: ochtendVan('2027-03-30'),
  ...anders,
});

const TEKENS: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
};

/** What a person reads of the HTML: per paragraph, without markup. */
function leesbaar(html: string): string[] {
  const body = html.slice(html.indexOf('<body'), html.indexOf('</body>'));
  const schoon = (deel: string): string =>
    deel
      .replace(/<br>/g, '\n')
      .replace(/<[^>]*>/g, '')
      .replace(/&(lt|gt|quot|#39|amp);/g, (code) => TEKENS[code] ?? code);
  return [...body.matchAll(/<p>(.*?)<\/p>/gs)].map(([, deel = '']) => schoon(deel));
}

describe.each(BERICHTSOORTEN)('een bericht: %s', (soort) => {
  const { onderwerp, tekst, html } = schrijfBericht(gegevens(soort));

  it('says the same in text and in HTML', () => {
    const alineas = tekst.trim().split('\n\n');
    const inHtml = leesbaar(html);
    const knop = alineas.find((alinea) => alinea.endsWith(gegevens(soort).link)) ?? '';
    const [label, link] = knop.split(':\n');
    const knopInHtml = [label, `Werkt de knop niet? Kopieer dan dit adres: ${link ?? ''}`];
    expect(inHtml).toEqual(alineas.flatMap((alinea) => (alinea === knop ? knopInHtml : [alinea])));
  });

  it('greets its reader, names its subject, links to one place and ends with a greeting', () => {
    expect(tekst.startsWith('Beste Contact beleid 1,\n')).toBe(true);
    expect(tekst).toContain('https://mt.example/taken/1.prioriteren.wegen.beleid');
    expect([...html.matchAll(/href="([^"]*)"/g)].map(([, link]) => link)).toEqual([gegevens(soort).link]);
    expect(tekst).toMatch(/Met vriendelijke groet,\nhet team van het Maatwerktraject\n$/);
    expect(onderwerp).toMatch(
      soort === 'weekoverzicht'
        ? /^Uw week: /
        : /^(taak|herinnering|akkoord-gevraagd)/.test(soort)
          ? /Beleidsterreinen wegen/
          : /Enschede/,
    );
    expect(onderwerp.length).toBeLessThanOrEqual(78);
    expect(html).toContain(`<title>${onderwerp}</title>`);
    expect(html).toContain('<html lang="nl">');
  });

  it('leaves no gap and no machine word', () => {
    for (const deel of [onderwerp, tekst, html])
      expect(deel).not.toMatch(/undefined|null|NaN|\[object|\n\n\n/);
    const kaal = schrijfBericht(gegevens(soort, { uitleg: '', minuten: null, vervaltOp: null }));
    for (const deel of [kaal.tekst, kaal.html])
      expect(deel).not.toMatch(/undefined|null|NaN|\n\n\n|<p><\/p>/);
    expect(kaal.tekst).not.toContain('minuten');
  });

  it.each(['ontvanger', 'gemeente', 'adviseur', 'titel', 'uitleg', 'stapTitel', 'link'] as const)(
    'makes %s safe for HTML',
    (veld) => {
      const kwaad = `<script>alert("1")</script>&'`;
      const uit = schrijfBericht(gegevens(soort, { [veld]: kwaad })).html;
      expect(uit).not.toContain('<script');
      expect(uit).not.toContain('alert("1")');
      if (uit.includes('alert'))
        expect(uit).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;&#39;');
    },
  );

  it('says for whom the reader stands in, when he does', () => {
    const { tekst: namens } = schrijfBericht(gegevens(soort, { namens: 'Jan <b>Jansen' }));
    expect(namens).toContain('omdat u nu Jan <b>Jansen vervangt.');
    expect(schrijfBericht(gegevens(soort, { namens: 'Jan <b>Jansen' })).html).not.toContain('<b>Jansen');
    expect(tekst).not.toContain('vervangt');
  });

  it('makes every text safe, also in attributes', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('<', '>', '"', "'", '&', 'a', ' ', '\n') }), (kwaad) => {
        const anders = { ontvanger: kwaad, gemeente: kwaad, adviseur: kwaad, titel: kwaad, link: kwaad };
        const gewoon = schrijfBericht(
          gegevens(soort, { ontvanger: 'x', gemeente: 'x', adviseur: 'x', titel: 'x', link: 'x' }),
        );
        const merken = (bron: string): string[] => bron.match(/<[a-z/!]/gi) ?? [];
        expect(merken(schrijfBericht(gegevens(soort, anders)).html)).toEqual(merken(gewoon.html));
      }),
    );
  });

  it('has a subject of one line, whatever was typed', () => {
    const anders = { gemeente: 'A\r\nBcc: x@y.example', titel: 'B\nX-Kop: 1\u2028C\t D' };
    for (const oefen of [false, true]) {
      const regel = schrijfBericht(gegevens(soort, { ...anders, oefen })).onderwerp;
      expect(regel).not.toMatch(/[\r\n\t\u2028\u2029]/);
      expect(regel).toBe(regel.trim());
    }
  });

  it('says that it is practice, and what day it is on the practice clock', () => {
    const oefening = schrijfBericht(gegevens(soort, { oefen: true }));
    expect(oefening.onderwerp).toBe(`[Oefening] ${onderwerp}`);
    for (const deel of [oefening.tekst, oefening.html]) {
      expect(deel).toContain('Dit is een oefening.');
      expect(deel).toContain('dinsdag 30 maart 2027');
    }
    expect(tekst + html + onderwerp).not.toMatch(/oefen/i);
  });

  it(`${OVER_EEN_TAAK.includes(soort) ? 'says' : 'does not say'} how long it takes and until when there is`, () => {
    const isTaak = OVER_EEN_TAAK.includes(soort);
    expect(tekst.includes('30 minuten')).toBe(isTaak);
    // After the due day it is no wish any more.
    const dag = datumInWoorden('2027-04-20');
    const zin = soort === 'herinnering-na' ? `De taak moest op ${dag} klaar zijn.` : `Graag klaar op ${dag}.`;
    expect(tekst.includes(zin)).toBe(isTaak || soort === 'taak-teruggestuurd');
    expect(tekst.includes('Bepaal waar u kans ziet.')).toBe(isTaak);
  });
});

describe('de eerste mail', () => {
  const kennismaking = {
    naam: 'het Maatwerktraject',
    doel: 'In dit traject krijgen taal en rekenen een vaste plek.',
    eigenMinuten: 265,
    aantalStappen: 5,
    weken: 43,
  };
  const eerste = schrijfBericht(gegevens('taak-geopend', { kennismaking }));

  it('says what the traject is, who guides it, what it takes and why it came, in both its forms', () => {
    expect(eerste.tekst).toMatchInlineSnapshot(`
      "Beste Contact beleid 1,

      U krijgt deze mail omdat u bent opgegeven als contactpersoon van Enschede voor het Maatwerktraject. In dit traject krijgen taal en rekenen een vaste plek.

      Dat gaat in 5 stappen en duurt ongeveer 10 maanden. Een adviseur begeleidt u. Uw eigen taken kosten samen ongeveer 4,5 uur. U krijgt steeds een mail als er iets voor u klaarstaat.

      Enschede is nu bij stap 2 van 5: Prioriteren.

      Er staat een taak voor u klaar: Beleidsterreinen wegen.

      Bepaal waar u kans ziet.

      Het kost u ongeveer 30 minuten. Graag klaar op dinsdag 20 april 2027.

      Ga naar de taak:
      https://mt.example/taken/1.prioriteren.wegen.beleid

      Vragen? Mail uw adviseur: Adviseur van het cohort.

      Met vriendelijke groet,
      het team van het Maatwerktraject
      "
    `);
    expect(leesbaar(eerste.html).join('\n')).toMatchInlineSnapshot(`
      "Beste Contact beleid 1,
      U krijgt deze mail omdat u bent opgegeven als contactpersoon van Enschede voor het Maatwerktraject. In dit traject krijgen taal en rekenen een vaste plek.
      Dat gaat in 5 stappen en duurt ongeveer 10 maanden. Een adviseur begeleidt u. Uw eigen taken kosten samen ongeveer 4,5 uur. U krijgt steeds een mail als er iets voor u klaarstaat.
      Enschede is nu bij stap 2 van 5: Prioriteren.
      Er staat een taak voor u klaar: Beleidsterreinen wegen.
      Bepaal waar u kans ziet.
      Het kost u ongeveer 30 minuten. Graag klaar op dinsdag 20 april 2027.
      Ga naar de taak
      Werkt de knop niet? Kopieer dan dit adres: https://mt.example/taken/1.prioriteren.wegen.beleid
      Vragen? Mail uw adviseur: Adviseur van het cohort.
      Met vriendelijke groet,
      het team van het Maatwerktraject"
    `);
    for (const alinea of eerste.tekst.split('\n\n').slice(0, 5))
      expect(leesbaar(eerste.html)).toContain(alinea);
  });

  it('asks for no more time than it says', () => {
    const tijd = (eigenMinuten: number): string | undefined =>
      /samen ongeveer (.*?)\. U/.exec(
        schrijfBericht(gegevens('taak-geopend', { kennismaking: { ...kennismaking, eigenMinuten } })).tekst,
      )?.[1];
    expect([0, 1, 30, 41, 60, 61, 120, 121].map(tijd)).toEqual([
      undefined,
      '10 minuten',
      '30 minuten',
      '50 minuten',
      '60 minuten',
      '1,5 uur',
      '2 uur',
      '2,5 uur',
    ]);
  });

  it('makes the name of the gemeente safe there as well', () => {
    const { html } = schrijfBericht(gegevens('taak-geopend', { kennismaking, gemeente: '<b>X' }));
    expect(html).not.toContain('<b>');
  });
});

describe('wat alleen in één soort staat', () => {
  const tekst = (soort: Berichtsoort): string => schrijfBericht(gegevens(soort)).tekst;

  it('is said there', () => {
    expect(tekst('herinnering-op')).toContain('Vandaag verwachten we');
    expect(tekst('herinnering-na')).toContain('Adviseur van het cohort');
    expect(tekst('escalatie')).toContain('moest op dinsdag 20 april 2027 klaar zijn');
    expect(tekst('stap-ingeleverd')).toContain('keur de stap goed');
    expect(tekst('akkoord-herinnering')).toContain('nog niet goedgekeurd');
    expect(tekst('traject-afgerond')).toContain('Alle 5 stappen');
  });

  it('makes the subjects differ', () => {
    const onderwerpen = BERICHTSOORTEN.map((soort) => schrijfBericht(gegevens(soort)).onderwerp);
    expect(new Set(onderwerpen).size).toBe(BERICHTSOORTEN.length);
  });
});

const lees = (soort: Berichtsoort, anders: Partial<BerichtGegevens> = {}): string =>
  schrijfBericht(gegevens(soort, anders)).tekst;

describe('de mails over wat er verandert', () => {
  it('asks the second pair of eyes to read, agree or send back', () => {
    const tekst = lees('akkoord-gevraagd');
    expect(tekst).toContain('Lees het antwoord en geef uw akkoord.');
    expect(tekst).toContain('Stuur de taak dan terug en schrijf erbij wat er anders moet.');
    expect(schrijfBericht(gegevens('akkoord-gevraagd-na')).onderwerp).toContain('nog nodig');
  });

  it('says of a taak that came back what to do, by when, and that nothing is lost', () => {
    const tekst = lees('taak-teruggestuurd');
    expect(tekst).toContain('Wat u al had ingevuld, is bewaard.');
    expect(tekst).toContain(`Graag klaar op ${datumInWoorden('2027-04-20')}.`);
    expect(lees('taak-teruggestuurd', { vervaltOp: null })).not.toContain('Graag klaar op');
  });

  it('says of a pause, of going on and of an end what the reader has to do now', () => {
    expect(lees('traject-gepauzeerd')).toContain('U hoeft nu niets te doen');
    expect(lees('traject-hervat')).toContain('De einddagen van uw taken zijn opgeschoven.');
    expect(lees('traject-teruggetrokken')).toContain('U hoeft niets meer te doen');
    for (const soort of ['traject-gepauzeerd', 'traject-hervat', 'traject-teruggetrokken'] as const) {
      expect(lees(soort)).toContain('Vragen? Mail uw adviseur: Adviseur van het cohort.');
      expect(lees(soort)).not.toContain('Beleidsterreinen wegen');
    }
  });

  it('names the adviseur to the leider of the cohort', () => {
    expect(lees('escalatie-leider', { aanAdviseur: true })).toContain(
      'De adviseur weet ervan: Adviseur van het cohort.',
    );
  });
});
