import { useMutation, useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { api, inhoud } from '../api/client.js';
import { vraag } from '../api/vragen.js';
import type { Rol } from '../api/types.js';
import { Knop } from '../ui/knop.component.js';
import { FoutMelding, Melding } from '../ui/melding.component.js';
import { useAanmelding } from './aanmelding.context.js';

interface OefenrolProps {
  rol: Rol;
  tekst: string;
  na?: (() => void) | undefined;
}

/** A button that takes on a role with the development token for it. */
export function Oefenrol({ rol, tekst, na }: OefenrolProps): ReactElement {
  const { meldAan } = useAanmelding();
  const kies = useMutation({
    mutationFn: () => inhoud(api.GET('/ontwikkelsleutels')),
    onSuccess: (sleutels) => {
      meldAan(sleutels[rol]);
      na?.();
    },
  });
  return (
    <>
      <Knop soort="primary-action" bezig={kies.isPending} onClick={() => kies.mutate()}>
        {tekst}
      </Knop>
      {kies.error ? <FoutMelding fout={kies.error} /> : null}
    </>
  );
}

/** Whether practising is possible here; null while that is not known yet. */
export function useOefenen(): boolean | null {
  return useQuery(vraag.omgeving()).data?.ontwikkelsleutels ?? null;
}

export function GeenAanmelding(): ReactElement {
  return (
    <Melding soort="info" titel="Aanmelden kan hier nog niet">
      <p>
        Deze omgeving heeft nog geen aanmelding en geen oefensleutels. Hebt u van de beheerder een link met
        een sleutel gekregen? Open dan die link. Anders: vraag de beheerder om toegang.
      </p>
    </Melding>
  );
}
