import createClient from 'openapi-fetch';
import { leesSleutel } from '../aanmelden/sleutel.js';
import type { paths } from '../generated/api.js';
import { foutUitAntwoord, geenVerbinding } from './fout.js';

async function haal(verzoek: Request): Promise<Response> {
  try {
    return await fetch(verzoek);
  } catch (fout) {
    if (fout instanceof DOMException && fout.name === 'AbortError') throw fout;
    throw geenVerbinding();
  }
}

/** The API, with its paths and answers typed from its OpenAPI document. */
export const api = createClient<paths>({ baseUrl: '/api/v1', fetch: haal });

api.use({
  onRequest: ({ request }) => {
    const sleutel = leesSleutel();
    if (sleutel) request.headers.set('Authorization', `Bearer ${sleutel}`);
    return request;
  },
});

interface Antwoord<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response: Response;
}

/** The content of an answer. @throws ApiFout for every answer that is no success, and when there is none. */
export async function inhoud<T>(bezig: Promise<Antwoord<T>>): Promise<T> {
  const { data, error, response } = await bezig;
  if (!response.ok) throw foutUitAntwoord(response.status, error);
  return data as T;
}
