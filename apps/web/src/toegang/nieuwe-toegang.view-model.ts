import { emailFout } from '../aanmelden/email.view-model.js';
import type { Fout, NieuweToekenning, Toekenning } from '../api/types.js';
import { ROL_NAAM } from '../ui/woorden.js';

/** The form as it stands. */
export interface ToegangInvoer {
  readonly email: string;
  readonly naam: string;
  readonly rol: NieuweToekenning['rol'];
  readonly identiteiten: boolean;
  readonly reden: string;
  /** For how long names may be seen, as it was typed. */
  readonly dagen: string;
}

export const LEEG: ToegangInvoer = {
  email: '',
  naam: '',
  rol: 'onderzoeker',
  identiteiten: false,
  reden: '',
  dagen: '90',
};

/** An adviseur sees the names anyway; for an onderzoeker they are a choice that needs a reason. */
export const vraagtReden = ({ rol, identiteiten }: Pick<ToegangInvoer, 'rol' | 'identiteiten'>): boolean =>
  rol === 'onderzoeker' && identiteiten;

function dagenIn({ dagen }: Pick<ToegangInvoer, 'dagen'>): number | null {
  const aantal = Number(dagen.trim());
  return Number.isInteger(aantal) && aantal >= 1 && aantal <= 365 ? aantal : null;
}

export function foutenIn(invoer: ToegangInvoer): Fout[] {
  const fouten: Fout[] = [];
  const email = emailFout(invoer.email.trim());
  if (email !== null)
    fouten.push({ pad: 'email', zin: invoer.email.trim() === '' ? 'Vul een e-mailadres in.' : email });
  if (invoer.naam.trim() === '') fouten.push({ pad: 'naam', zin: 'Vul een naam in.' });
  if (vraagtReden(invoer) && invoer.reden.trim().length < 10)
    fouten.push({
      pad: 'reden',
      zin: 'Schrijf in ten minste 10 tekens op waarom deze onderzoeker de namen van gemeenten nodig heeft.',
    });
  if (vraagtReden(invoer) && dagenIn(invoer) === null)
    fouten.push({ pad: 'geldigDagen', zin: 'Vul een heel aantal dagen in, van 1 tot en met 365.' });
  return fouten;
}

/** What was given, for who gave it. */
export const gegevenInWoorden = ({
  naam,
  rol,
  identiteiten,
  uitnodiging,
}: Pick<Toekenning, 'naam' | 'rol' | 'identiteiten' | 'uitnodiging'>): string =>
  [
    `${naam} heeft nu toegang als ${ROL_NAAM[rol]}${identiteiten ? ', en ziet ook de namen van gemeenten' : ''}.`,
    ...(uitnodiging === 'wacht' ? ['Wij sturen daarover een mail.'] : []),
  ].join(' ');

/** What is asked of the API. */
export function verzoekVan(invoer: ToegangInvoer): NieuweToekenning {
  const metNamen = vraagtReden(invoer);
  return {
    email: invoer.email.trim(),
    naam: invoer.naam.trim(),
    rol: invoer.rol,
    identiteiten: metNamen,
    reden: metNamen ? invoer.reden.trim() : null,
    geldigDagen: metNamen ? dagenIn(invoer) : null,
  };
}
