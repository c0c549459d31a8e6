import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { useRef } from 'react';
import { api, inhoud } from './client.js';
import { isTijdelijk } from './fout.js';
import type * as t from './types.js';

/** A fresh request ID, also on a page without a secure context, where `randomUUID` is absent. */
export function nieuwKenmerk(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

type Stuur<I, O> = (invoer: I, kenmerk: string) => Promise<O>;

/**
 * A command as a mutation. Trying again after a lost answer sends the same request ID, so that it is carried out once;
 * another input gets an ID of its own. After success comes `na`, also when reading everything again takes the form that
 * asked for it off the screen.
 */
export function useOpdracht<I, O>(
  stuur: Stuur<I, O>,
  na?: (antwoord: O) => void,
): UseMutationResult<O, Error, I> {
  const client = useQueryClient();
  const vorige = useRef<{ invoer: string; kenmerk: string } | null>(null);
  return useMutation({
    mutationFn: (invoer: I) => {
      const tekst = JSON.stringify(invoer);
      if (vorige.current?.invoer !== tekst) vorige.current = { invoer: tekst, kenmerk: nieuwKenmerk() };
      return stuur(invoer, vorige.current.kenmerk);
    },
    onError: (fout) => {
      // The API keeps a refusal as the answer to its ID: asking once more is another request.
      if (!isTijdelijk(fout)) vorige.current = null;
    },
    onSuccess: async (antwoord) => {
      vorige.current = null;
      na?.(antwoord);
      await client.invalidateQueries();
    },
  });
}

export const kop = (kenmerk: string): { 'Idempotency-Key': string } => ({ 'Idempotency-Key': kenmerk });

/** What can be asked to be done. Each takes its input and the ID of the request. */
export const opdracht = {
  maakCohort: (body: t.NieuwCohort, kenmerk: string) =>
    inhoud(api.POST('/cohorten', { params: { header: kop(kenmerk) }, body })),
  voegDeelnemerToe: (cohortId: string) => (body: t.NieuweDeelnemer, kenmerk: string) =>
    inhoud(
      api.POST('/cohorten/{cohortId}/deelnemers', {
        params: { path: { cohortId }, header: kop(kenmerk) },
        body,
      }),
    ),
  laadCsv: (cohortId: string) => (csv: string, kenmerk: string) =>
    inhoud(
      api.POST('/cohorten/{cohortId}/deelnemers/csv', {
        params: { path: { cohortId }, header: kop(kenmerk) },
        headers: { 'Content-Type': 'text/csv; charset=utf-8' },
        body: csv,
        bodySerializer: (tekst: string) => tekst,
      }),
    ),
  haalDeelnemerWeg: (cohortId: string) => (trajectId: string) =>
    inhoud(
      api.DELETE('/cohorten/{cohortId}/deelnemers/{trajectId}', {
        params: { path: { cohortId, trajectId } },
      }),
    ),
  startCohort: (cohortId: string) => (_: null, kenmerk: string) =>
    inhoud(api.POST('/cohorten/{cohortId}/start', { params: { path: { cohortId }, header: kop(kenmerk) } })),
  naarVolgendMoment: (cohortId: string) => (_: null, kenmerk: string) =>
    inhoud(
      api.POST('/cohorten/{cohortId}/klok/volgend-moment', {
        params: { path: { cohortId }, header: kop(kenmerk) },
      }),
    ),
  keurStapGoed: (trajectId: string) => (stap: string, kenmerk: string) =>
    inhoud(
      api.POST('/trajecten/{trajectId}/stappen/{stap}/goedkeuring', {
        params: { path: { trajectId, stap }, header: kop(kenmerk) },
      }),
    ),
  legCheckInVast: (trajectId: string, sleutel: string) => (body: t.CheckInVerslag, kenmerk: string) =>
    inhoud(
      api.POST('/trajecten/{trajectId}/check-ins/{sleutel}/verslag', {
        params: { path: { trajectId, sleutel }, header: kop(kenmerk) },
        body,
      }),
    ),
  legUitkomstVast: (trajectId: string) => (body: t.UitkomstInvoer, kenmerk: string) =>
    inhoud(
      api.PUT('/trajecten/{trajectId}/uitkomst', {
        params: { path: { trajectId }, header: kop(kenmerk) },
        body,
      }),
    ),
  dienIn: (taakId: string) => (antwoorden: t.Antwoorden, kenmerk: string) =>
    inhoud(
      api.POST('/taken/{taakId}/inzending', {
        params: { path: { taakId }, header: kop(kenmerk) },
        body: { inhoud: antwoorden },
      }),
    ),
  geefToegang: (cohortId: string) => (body: t.NieuweToekenning, kenmerk: string) =>
    inhoud(
      api.POST('/cohorten/{cohortId}/toekenningen', {
        params: { path: { cohortId }, header: kop(kenmerk) },
        body,
      }),
    ),
  trekToegangIn: (cohortId: string) => (toekenningId: string) =>
    inhoud(
      api.DELETE('/cohorten/{cohortId}/toekenningen/{toekenningId}', {
        params: { path: { cohortId, toekenningId } },
      }),
    ),
  wisselAdviseur:
    (cohortId: string) =>
    ({ accountId, versie }: { accountId: string; versie: number }) =>
      inhoud(
        api.PUT('/cohorten/{cohortId}/adviseur', {
          params: { path: { cohortId }, header: { 'If-Match': `"${String(versie)}"` } },
          body: { accountId },
        }),
      ),
  vraagAanmeldlink: (body: { email: string; naar: string }) => inhoud(api.POST('/aanmeldlinks', { body })),
  gebruikAanmeldlink: (sleutel: string) => inhoud(api.POST('/aanmeldlinks/gebruik', { body: { sleutel } })),
  kiesRol: (rol: t.Rol) => inhoud(api.PUT('/ik/rol', { body: { rol } })),
  wijzigMijnNaam: (naam: string) => inhoud(api.PUT('/ik/naam', { body: { naam } })),
  vraagWissing: (reden: string) => inhoud(api.POST('/ik/wissing', { body: { reden } })),
  meldAf: () => inhoud(api.DELETE('/ik/sessies/huidig')),
  beeindigSessie: (sessieId: string) =>
    inhoud(api.DELETE('/ik/sessies/{sessieId}', { params: { path: { sessieId } } })),
};
