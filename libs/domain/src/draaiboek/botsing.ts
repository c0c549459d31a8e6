import { lokaleTijd } from '../kalender/amsterdam.js';
import { plusDagen, weekdag, type Datum } from '../kalender/datum.js';
import type { Rustperiode } from '../kalender/kalender.js';
import type { Draaiboek, DraaiboekMail } from './draaiboek.js';

/** Something in a draaiboek that somebody should look at before it happens. */
export type Botsing =
  | { readonly soort: 'verschoven'; readonly op: Datum; readonly onderwerp: string; readonly naam: string }
  | { readonly soort: 'let-op'; readonly op: Datum; readonly onderwerp: string; readonly naam: string }
  | { readonly soort: 'geen-ontvanger'; readonly op: Datum; readonly onderwerp: string }
  | {
      readonly soort: 'adres-werkt-niet';
      readonly op: Datum;
      readonly onderwerp: string;
      readonly wie: string;
    }
  | { readonly soort: 'te-veel-werk'; readonly op: Datum; readonly wie: string; readonly minuten: number };

export interface Botsingsregels {
  /** Days to be aware of, such as a school holiday: nothing moves, but people may be away. */
  readonly letOp: readonly Rustperiode[];
  /** Contactpersonen whose address does not work. */
  readonly onbereikbaar: ReadonlySet<string>;
  /** The most minutes of work in one week for one contactpersoon. */
  readonly minutenPerWeek: number;
  /** Minutes that a taak asks of its uitvoerder. */
  readonly minutenVan: (taak: {
    readonly stap: string;
    readonly taak: string;
    readonly uitvoerder: string;
  }) => number;
}

const dagVan = ({ op }: DraaiboekMail): Datum => lokaleTijd(op).datum;

/** The Monday of the week of a day. */
const weekVan = (dag: Datum): Datum => plusDagen(dag, 1 - weekdag(dag));

function overMail(mail: DraaiboekMail, { onbereikbaar }: Botsingsregels): Botsing[] {
  const op = dagVan(mail);
  const { onderwerp } = mail;
  const verschoven = mail.herleiding.flatMap((stap): Botsing[] =>
    stap.stap === 'rustperiode' ? [{ soort: 'verschoven', op, onderwerp, naam: stap.naam }] : [],
  );
  if (mail.ontvangers.length === 0 && mail.aan !== 'gemeente')
    return [...verschoven, { soort: 'geen-ontvanger', op, onderwerp }];
  const dood = mail.ontvangers.flatMap((een): Botsing[] =>
    een.wie === 'contactpersoon' && onbereikbaar.has(een.id)
      ? [{ soort: 'adres-werkt-niet', op, onderwerp, wie: een.id }]
      : [],
  );
  return [...verschoven, ...dood];
}

/** Weeks in which one contactpersoon is asked more than the rules allow, counted where a taak falls due. */
function teVeelWerk({ taken }: Draaiboek, { minutenPerWeek, minutenVan }: Botsingsregels): Botsing[] {
  const perWeek = new Map<string, { readonly wie: string; readonly op: Datum; minuten: number }>();
  for (const taak of taken)
    for (const wie of taak.door) {
      const op = weekVan(taak.vervaltOp);
      const week = perWeek.get(`${wie} ${op}`) ?? { wie, op, minuten: 0 };
      week.minuten += minutenVan(taak);
      perWeek.set(`${wie} ${op}`, week);
    }
  return [...perWeek.values()]
    .filter(({ minuten }) => minuten > minutenPerWeek)
    .map((week) => ({ soort: 'te-veel-werk', ...week }));
}

/** What in a draaiboek should be looked at, in the order of the days. */
export function botsingenIn(boek: Draaiboek, regels: Botsingsregels): Botsing[] {
  const letOp = boek.taken.flatMap(({ sleutel: onderwerp, vervaltOp: op }) =>
    regels.letOp.flatMap(({ van, tot, naam }): Botsing[] =>
      van <= op && op <= tot ? [{ soort: 'let-op', op, onderwerp, naam }] : [],
    ),
  );
  const alle = [
    ...boek.mails.flatMap((mail) => overMail(mail, regels)),
    ...letOp,
    ...teVeelWerk(boek, regels),
  ];
  return alle.sort((a, b) => (a.op < b.op ? -1 : a.op > b.op ? 1 : 0));
}

/** A week in which one adviseur has more conversations than fit. */
export interface DrukkeWeek {
  readonly adviseur: string;
  readonly weekVan: Datum;
  readonly gesprekken: number;
}

/** Weeks in which an adviseur has more than `meeste` conversations, over all the trajecten that he guides. */
export function drukkeWeken(
  boeken: readonly { readonly adviseur: string; readonly gesprekken: Draaiboek['gesprekken'] }[],
  meeste: number,
): DrukkeWeek[] {
  const perWeek = new Map<string, DrukkeWeek>();
  for (const { adviseur, gesprekken } of boeken)
    for (const gesprek of gesprekken) {
      const week = weekVan(gesprek.weekVan);
      const eerder = perWeek.get(`${adviseur} ${week}`)?.gesprekken ?? 0;
      perWeek.set(`${adviseur} ${week}`, { adviseur, weekVan: week, gesprekken: eerder + 1 });
    }
  return [...perWeek.values()]
    .filter(({ gesprekken }) => gesprekken > meeste)
    .sort((a, b) => (a.weekVan < b.weekVan ? -1 : a.weekVan > b.weekVan ? 1 : 0));
}
