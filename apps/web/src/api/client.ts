import createClient from 'openapi-fetch';
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

/** The API, with its paths and answers typed from its OpenAPI document. The session goes along as a cookie. */
export const api = createClient<paths>({ baseUrl: '/api/v1', fetch: haal });

const luisteraars = new Set<() => void>();

/** Calls `luisteraar` whenever the API answers that nobody is signed in (401); gives how to stop that. */
export function bijNietAangemeld(luisteraar: () => void): () => void {
  luisteraars.add(luisteraar);
  return () => luisteraars.delete(luisteraar);
}

api.use({
  onResponse: ({ response }) => {
    if (response.status === 401) for (const luisteraar of luisteraars) luisteraar();
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
