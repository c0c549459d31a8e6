import { kanariesIn, type Kanarie, type Wereld } from './werelden.js';
import type { WieNaam } from './toegang-vormen.js';

/** Kinds of text by where they are: of the cohort, of a gemeente by name, of its people, and what these wrote. */
const COHORT = ['cohort', 'adviseur'];
/** And with whom works in it. */
const BEMENSING = [...COHORT, 'account'];
/** What is planned with all of them. */
const SESSIE = 'sessie';
const NAAM = ['gemeente'];
const MENSEN = [...NAAM, 'persoon'];
/** Drafts are of who writes them: not even the adviseur reads along. */
const BEGELEIDER = [...COHORT, ...MENSEN, 'verslag', 'toelichting', 'antwoord', 'bericht', 'feit'];

type Zicht = Readonly<Record<string, readonly string[]>>;
const ADVISEUR: Zicht = { a0: [...BEGELEIDER, ...BEMENSING, SESSIE], a1: BEGELEIDER, a2: BEGELEIDER };
const BEHEERDER: Zicht = { a0: BEMENSING, b0: BEMENSING };

/** Which kinds of text of which gemeente (`a1`; `a0` is the cohort itself) may be in any answer to somebody. */
const ZICHT: Readonly<Record<WieNaam, Zicht>> = {
  adviseur: ADVISEUR,
  hoofdcontact: { a0: [...COHORT, SESSIE], a1: [...MENSEN, 'antwoord', 'concept'] },
  'ander niveau': { a0: [...COHORT, SESSIE], a1: MENSEN },
  onderzoeker: { a0: ['cohort', SESSIE] },
  'onderzoeker met namen': { a0: ['cohort', SESSIE], a1: NAAM, a2: NAAM },
  beheerder: BEHEERDER,
  'beheerder met inzage': { ...BEHEERDER, a1: [...MENSEN, 'antwoord', 'toelichting'] },
  'dienst met het recht': ADVISEUR,
  'dienst zonder het recht': {},
  niemand: {},
};

const SEALED = /v1\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]{38,}/;

/** What is in an answer of a world that names it without being text: codes, IDs and ciphertext. */
function kenmerkenIn(tekst: string, werelden: readonly Wereld[]): Kanarie[] {
  return werelden.flatMap(({ naam, trajecten }) =>
    trajecten.flatMap(({ id, code }, index) => {
      const van = { wereld: naam, nummer: String(index + 1) };
      return [
        ...(tekst.includes(code) ? [{ ...van, soort: 'gemeente' }] : []),
        ...(tekst.includes(id) ? [{ ...van, soort: 'kenmerk' }] : []),
      ];
    }),
  );
}

export const alsTekst = ({ wereld, nummer, soort }: Kanarie): string => `${wereld}${nummer}-${soort}`;

/** All that stands in an answer of somebody or something, as `a1-persoon`. */
export const gezienIn = (tekst: string, werelden: readonly Wereld[]): string[] => [
  ...new Set([...kanariesIn(tekst), ...kenmerkenIn(tekst, werelden)].map(alsTekst)),
];

/** What of it this person should not have seen. `openbaar`: kinds (`cohort`, or `a0-cohort`) that the route gives. */
export function lekkenIn(
  wie: WieNaam,
  tekst: string,
  werelden: readonly Wereld[],
  openbaar: readonly string[] = [],
): string[] {
  const mag = (gezien: string): boolean => {
    const [plaats = '', soort = ''] = gezien.split('-');
    if (openbaar.includes(soort) || openbaar.includes(gezien)) return true;
    const soorten = ZICHT[wie][plaats] ?? [];
    // Whoever sees people or their names may know which traject it is; an onderzoeker has a pseudonym for it.
    if (soort === 'kenmerk') return soorten.includes('persoon');
    return soorten.includes(soort);
  };
  return [
    ...gezienIn(tekst, werelden).filter((gezien) => !mag(gezien)),
    ...(SEALED.test(tekst) ? ['ciphertext'] : []),
  ];
}
