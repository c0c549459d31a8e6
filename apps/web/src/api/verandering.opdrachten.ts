import { api, inhoud } from './client.js';
import { kop } from './opdrachten.js';
import type * as t from './types.js';

const traject = (trajectId: string, kenmerk: string) => ({
  path: { trajectId },
  header: kop(kenmerk),
});
const taak = (taakId: string, kenmerk: string) => ({ path: { taakId }, header: kop(kenmerk) });

/** What can be asked of a traject that runs, stands still or is over. Each takes its input and the ID of the request. */
export const verandering = {
  pauzeer: (id: string) => (body: t.PauzeInvoer, kenmerk: string) =>
    inhoud(api.POST('/trajecten/{trajectId}/pauze', { params: traject(id, kenmerk), body })),
  hervat: (id: string) => (_: null, kenmerk: string) =>
    inhoud(api.POST('/trajecten/{trajectId}/hervatting', { params: traject(id, kenmerk) })),
  trekTerug: (id: string) => (body: t.Terugtrekking, kenmerk: string) =>
    inhoud(api.POST('/trajecten/{trajectId}/terugtrekking', { params: traject(id, kenmerk), body })),
  heropen: (id: string) => (_: null, kenmerk: string) =>
    inhoud(api.POST('/trajecten/{trajectId}/heropening', { params: traject(id, kenmerk) })),
  heropenStap: (trajectId: string) => (stap: string, kenmerk: string) =>
    inhoud(
      api.POST('/trajecten/{trajectId}/stappen/{stap}/heropening', {
        params: { path: { trajectId, stap }, header: kop(kenmerk) },
      }),
    ),
  voegTaakToe: (id: string) => (body: t.ExtraTaak, kenmerk: string) =>
    inhoud(api.POST('/trajecten/{trajectId}/taken', { params: traject(id, kenmerk), body })),
  stuurTerug: (id: string) => (body: t.Terugsturing, kenmerk: string) =>
    inhoud(api.POST('/taken/{taakId}/terugsturing', { params: taak(id, kenmerk), body })),
  geefAkkoord: (id: string) => (_: null, kenmerk: string) =>
    inhoud(api.POST('/taken/{taakId}/akkoord', { params: taak(id, kenmerk) })),
  laatVervallen: (id: string) => (body: t.TaakVerval, kenmerk: string) =>
    inhoud(api.POST('/taken/{taakId}/verval', { params: taak(id, kenmerk), body })),
  wijzigRustperiodes:
    (cohortId: string) =>
    ({ rustperiodes, versie }: { rustperiodes: t.Rustperiode[]; versie: number }) =>
      inhoud(
        api.PUT('/cohorten/{cohortId}/rustperiodes', {
          params: { path: { cohortId }, header: { 'If-Match': `"${String(versie)}"` } },
          body: { rustperiodes },
        }),
      ),
};
