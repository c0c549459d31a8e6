import { api, inhoud } from '../api/client.js';
import { kop } from '../api/opdrachten.js';
import type { components } from '../generated/api.js';

type Schemas = components['schemas'];

/** Where a version of a sjabloon stands. */
export interface Plaats {
  readonly sleutel: string;
  readonly versie: number;
}

const header = (gezien: number): { 'If-Match': string } => ({ 'If-Match': `"${String(gezien)}"` });
const CONCEPT = '/sjablonen/{sleutel}/{versie}/concept';

/** What an adviseur does with versions of sjablonen. */
export const sjabloonOpdracht = {
  maak: (path: Plaats) =>
    inhoud(api.POST('/sjablonen/{sleutel}/{versie}/nieuwe-versie', { params: { path } })),
  leesConcept: (path: Plaats) => inhoud(api.GET(CONCEPT, { params: { path } })),
  leesVersie: (path: Plaats) => inhoud(api.GET('/sjablonen/{sleutel}/{versie}', { params: { path } })),
  /** The text of a file: what is wrong with it, the API says. Over the concept as it is now. */
  vervang: async ({ plaats, tekst }: { plaats: Plaats; tekst: string }) => {
    const { versie } = await sjabloonOpdracht.leesConcept(plaats);
    const body = JSON.parse(tekst) as Schemas['Sjabloon'];
    return inhoud(api.PUT(CONCEPT, { params: { path: plaats, header: header(versie) }, body }));
  },
  verwijder: (path: Plaats) => inhoud(api.DELETE(CONCEPT, { params: { path } })),
  publiceer: ({ plaats, gezien }: { plaats: Plaats; gezien: number }) =>
    inhoud(
      api.POST('/sjablonen/{sleutel}/{versie}/publicatie', {
        params: { path: plaats, header: header(gezien) },
        body: { bevestigd: true },
      }),
    ),
  kies: ({ trajectId, versie }: { trajectId: string; versie: number }, kenmerk: string) =>
    inhoud(
      api.POST('/trajecten/{trajectId}/sjabloonovergang', {
        params: { path: { trajectId }, header: kop(kenmerk) },
        body: { versie },
      }),
    ),
};
