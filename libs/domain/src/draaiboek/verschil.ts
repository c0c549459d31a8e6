import type { Instant } from '../kalender/amsterdam.js';
import type { Bericht, Gebeurtenis } from '../traject/gebeurtenis.js';

/** A mail to come. */
export type Voorzien = Bericht & { readonly op: Instant };

/** What becomes of one mail: it comes on another moment, it comes besides, or it does not come. */
export interface Mailverschil {
  readonly van: Voorzien | null;
  readonly naar: Voorzien | null;
}

export interface Verschil {
  readonly mails: readonly Mailverschil[];
  /** The first instant at which something goes otherwise; null when nothing does. Until then a change can be undone. */
  readonly eersteGevolg: Instant | null;
}

/** The mails among facts to come. */
export const mailsUit = (feiten: readonly Gebeurtenis[]): Voorzien[] =>
  feiten.flatMap((feit) => {
    if (feit.soort !== 'bericht-klaargezet') return [];
    const { bericht, stap, onderwerp, aan, regel, basis, op } = feit;
    return [
      {
        bericht,
        stap,
        onderwerp,
        aan,
        op,
        ...(regel !== undefined && { regel }),
        ...(basis !== undefined && { basis }),
      },
    ];
  });

/** What a mail is about whatever day it comes on. A weekoverzicht is that of its own day. */
const waarover = ({ bericht, stap, onderwerp, aan, regel }: Voorzien): string =>
  [bericht, stap, onderwerp, aan, regel].join('/');

/** Mails by what they are about; of one kind, such as after a taak was sent back, there can be more, in order. */
function perOnderwerp(mails: readonly Voorzien[]): Map<string, Voorzien[]> {
  const groepen = new Map<string, Voorzien[]>();
  for (const mail of mails) groepen.set(waarover(mail), [...(groepen.get(waarover(mail)) ?? []), mail]);
  return groepen;
}

/**
 * What changes when the facts to come are `na` instead of `voor`: each mail that moves, comes or goes, in the order of its
 * first moment. Both as `voorzie` gives them, from the same instant on and with the same behaviour of people.
 */
export function vergelijk(voor: readonly Gebeurtenis[], na: readonly Gebeurtenis[]): Verschil {
  const [eerst, dan] = [perOnderwerp(mailsUit(voor)), perOnderwerp(mailsUit(na))];
  const mails: Mailverschil[] = [];
  for (const sleutel of new Set([...eerst.keys(), ...dan.keys()])) {
    const [oud, nieuw] = [eerst.get(sleutel) ?? [], dan.get(sleutel) ?? []];
    for (let index = 0; index < Math.max(oud.length, nieuw.length); index++) {
      const [van, naar] = [oud[index] ?? null, nieuw[index] ?? null];
      if (van?.op !== naar?.op || van?.basis !== naar?.basis) mails.push({ van, naar });
    }
  }
  const moment = ({ van, naar }: Mailverschil): Instant =>
    Math.min(van?.op ?? Infinity, naar?.op ?? Infinity);
  mails.sort((a, b) => moment(a) - moment(b));
  const [eerste] = mails;
  return { mails, eersteGevolg: eerste ? moment(eerste) : null };
}
