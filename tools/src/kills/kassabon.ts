import type { ApiClient } from '../voorbeeld/api.client.js';

/** A command that the API said yes to. */
export interface Toegezegd {
  readonly methode: string;
  readonly pad: string;
}

/** The same client, that also keeps what was promised. */
export function metKassabon(api: ApiClient): { api: ApiClient; toegezegd: readonly Toegezegd[] } {
  const toegezegd: Toegezegd[] = [];
  return {
    toegezegd,
    api: {
      ...api,
      async doe<T>(...[wie, methode, pad, inhoud]: Parameters<ApiClient['doe']>): Promise<T> {
        const antwoord = await api.doe<T>(wie, methode, pad, inhoud);
        toegezegd.push({ methode, pad });
        return antwoord;
      },
    },
  };
}

/** The fact that such a command puts on record: its traject, its kind, and what tells it from others of the kind. */
export function feitVan({ pad }: Toegezegd): { traject: string; soort: string; wat: string } | undefined {
  const taak = /^\/taken\/([0-9a-f-]{36})\.([^/]+)\/inzending$/.exec(pad);
  if (taak) return { traject: taak[1] ?? '', soort: 'taak-ingediend', wat: taak[2] ?? '' };
  const stap = /^\/trajecten\/([^/]+)\/stappen\/([^/]+)\/goedkeuring$/.exec(pad);
  if (stap) return { traject: stap[1] ?? '', soort: 'stap-goedgekeurd', wat: stap[2] ?? '' };
  const gesprek = /^\/trajecten\/([^/]+)\/check-ins\/([^/]+)\/verslag$/.exec(pad);
  if (gesprek) return { traject: gesprek[1] ?? '', soort: 'check-in-vastgelegd', wat: gesprek[2] ?? '' };
  const uitkomst = /^\/trajecten\/([^/]+)\/uitkomst$/.exec(pad);
  if (uitkomst) return { traject: uitkomst[1] ?? '', soort: 'uitkomst-vastgelegd', wat: '' };
  return undefined;
}
