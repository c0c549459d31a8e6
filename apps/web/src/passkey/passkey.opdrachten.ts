import { queryOptions } from '@tanstack/react-query';
import { api, inhoud } from '../api/client.js';
import type { Aangemeld, Passkey } from '../api/types.js';
import { maakPasskey, toonPasskey } from './apparaat.js';

export const passkeysVraag = () =>
  queryOptions({
    queryKey: ['passkeys'],
    queryFn: ({ signal }) => inhoud(api.GET('/ik/passkeys', { signal })),
  });

const pad = (passkeyId: string) => ({ params: { path: { passkeyId } } });

export const passkeyOpdracht = {
  /** Asks the API for a question, the device for its answer, and brings that back. @throws ApiFout, ApparaatFout */
  voegToe: async (naam: string): Promise<Passkey> => {
    const antwoord = await maakPasskey(await inhoud(api.POST('/ik/passkeys/vraag')));
    return inhoud(api.POST('/ik/passkeys', { body: { naam, antwoord } }));
  },
  hernoem: ({ id, naam }: { id: string; naam: string }) =>
    inhoud(api.PUT('/ik/passkeys/{passkeyId}/naam', { ...pad(id), body: { naam } })),
  verwijder: (id: string) => inhoud(api.DELETE('/ik/passkeys/{passkeyId}', pad(id))),
  /** The second step of logging in. @throws ApiFout, ApparaatFout */
  toon: async (): Promise<Aangemeld> => {
    const antwoord = await toonPasskey(await inhoud(api.POST('/aanmelding/passkey/vraag')));
    return inhoud(api.POST('/aanmelding/passkey', { body: { antwoord } }));
  },
};
