import { api, inhoud } from '../api/client.js';
import { kop } from '../api/opdrachten.js';
import type { AanwezigheidInvoer, Groepssessie, NieuweGroepssessie } from '../api/types.js';
import type { SessieGelegenheid } from './groepssessie.view-model.js';

const pad = ({ cohortId, id, versie }: Groepssessie) => ({
  path: { cohortId, bijeenkomstId: id },
  header: { 'If-Match': `"${String(versie)}"` },
});

/** What can be asked to be done with a groepssessie, as it was seen. */
export const sessieOpdracht = {
  plan: (cohortId: string) => (body: NieuweGroepssessie, kenmerk: string) =>
    inhoud(
      api.POST('/cohorten/{cohortId}/groepssessies', {
        params: { path: { cohortId }, header: kop(kenmerk) },
        body,
      }),
    ),
  wijzig: (sessie: Groepssessie) => (body: SessieGelegenheid) =>
    inhoud(api.PUT('/cohorten/{cohortId}/groepssessies/{bijeenkomstId}', { params: pad(sessie), body })),
  zegAf: (sessie: Groepssessie) => () =>
    inhoud(api.POST('/cohorten/{cohortId}/groepssessies/{bijeenkomstId}/afzegging', { params: pad(sessie) })),
  legVast: (sessie: Groepssessie) => (body: AanwezigheidInvoer) =>
    inhoud(
      api.PUT('/cohorten/{cohortId}/groepssessies/{bijeenkomstId}/aanwezigheid', {
        params: pad(sessie),
        body,
      }),
    ),
};
