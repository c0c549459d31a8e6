import type { Request } from 'express';

/** What a route is about, by the name of the parameter; what stands first says most. */
const ONDERWERPEN: readonly (readonly [string, string])[] = [
  ['taakId', 'taak'],
  ['trajectId', 'traject'],
  ['inzageId', 'inzage'],
  ['toekenningId', 'toekenning'],
  ['tokenId', 'diensttoken'],
  ['webhookId', 'webhook'],
  ['sessieId', 'sessie'],
  ['passkeyId', 'passkey'],
  ['accountId', 'account'],
  ['bijeenkomstId', 'bijeenkomst'],
  ['planId', 'wijzigingsplan'],
  ['signaalId', 'signaal'],
  ['cohortId', 'cohort'],
];

/** What a caller makes up does not go into a log that is never changed. */
const GEWOON = /^[\w.-]{1,200}$/;

type Params = Request['params'];

const gewoon = (waarde: unknown): string | undefined =>
  typeof waarde === 'string' && GEWOON.test(waarde) ? waarde : undefined;

/** As `traject/<id>`, from the address of a request; undefined for an address about nothing in particular. */
export function onderwerpVan(params: Params): string | undefined {
  const [naam, soort] = ONDERWERPEN.find(([een]) => gewoon(params[een]) !== undefined) ?? [];
  return naam === undefined || soort === undefined ? undefined : `${soort}/${String(params[naam])}`;
}

/** Where the answer of a route says what it made, and under which name that would stand in an address. */
const MAAKT: Readonly<Record<string, readonly [veld: string, param: string]>> = {
  maakCohort: ['id', 'cohortId'],
  planGroepssessie: ['id', 'bijeenkomstId'],
  voegDeelnemerToe: ['trajectId', 'trajectId'],
  maakWijzigingsplan: ['id', 'planId'],
};

/** The parameters of a request, and the ID of what it made. */
export function metGemaakt(params: Params, operatie: string, answer: unknown): Params {
  const [veld, param] = MAAKT[operatie] ?? [];
  if (veld === undefined || param === undefined || typeof answer !== 'object' || answer === null)
    return params;
  const id = gewoon(Object.entries(answer).find(([naam]) => naam === veld)?.[1]);
  return id === undefined ? params : Object.assign({}, params, { [param]: id });
}

/** The rest of the address: a stap, a check-in, the cohort of the traject. */
export const overigeParams = (params: Params): Record<string, string> => {
  const [eerste] = ONDERWERPEN.find(([een]) => gewoon(params[een]) !== undefined) ?? [];
  return Object.fromEntries(
    Object.entries(params).flatMap(([naam, waarde]) => {
      const tekst = gewoon(waarde);
      return naam === eerste || tekst === undefined ? [] : [[naam, tekst]];
    }),
  );
};
