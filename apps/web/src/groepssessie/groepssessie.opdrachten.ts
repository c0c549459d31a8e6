import { api, inhoud } from '../api/client.js';
import { kop } from '../api/opdrachten.js';
import type { AanwezigheidInvoer, Groepssessie } from '../api/types.js';
import type { SessieGelegenheid } from './groepssessie.view-model.js';

const pad = ({ cohortId, id, versie }: Groepssessie) => ({
  path: { cohortId, bijeenkomstId: id },
  header: { 'If-Match': `"${String(versie)}"` },
});

/** What can be asked to be done with a groepssessie, as it was seen. */
export const sessieOpdracht = {
  /** With the hoofdcontacten and the adviseurs, as the API chooses when nobody is named. */
  plan: (cohortId: string) => (gelegenheid: SessieGelegenheid, kenmerk: string) =>
    inhoud(
      api.POST('/cohorten/{cohortId}/groepssessies', {
        params: { path: { cohortId }, header: kop(kenmerk) },
        body: { ...gelegenheid, facilitator: null, contactpersonen: null },
      }),
    ),
  wijzig: (sessie: Groepssessie) => (body: SessieGelegenheid) =>
    inhoud(api.PUT('/cohorten/{cohortId}/groepssessies/{bijeenkomstId}', { params: pad(sessie), body })),
  zegAf: (sessie: Groepssessie) => (_: null) =>
    inhoud(api.POST('/cohorten/{cohortId}/groepssessies/{bijeenkomstId}/afzegging', { params: pad(sessie) })),
  legVast: (sessie: Groepssessie) => (body: AanwezigheidInvoer) =>
    inhoud(
      api.PUT('/cohorten/{cohortId}/groepssessies/{bijeenkomstId}/aanwezigheid', {
        params: pad(sessie),
        body,
      }),
    ),
};
