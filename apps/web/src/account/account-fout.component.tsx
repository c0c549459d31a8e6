import { useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { ApiFout } from '../api/fout.js';
import { Knop } from '../ui/knop.component.js';
import { FoutMelding, Melding } from '../ui/melding.component.js';

/** A refused change of an account. That somebody else changed it first is no fault, but a reason to look again. */
export function AccountFout({ fout, na }: { fout: unknown; na: () => void }): ReactElement {
  const client = useQueryClient();
  if (!(fout instanceof ApiFout && fout.code === 'andere-versie')) return <FoutMelding fout={fout} />;
  return (
    <Melding soort="warning" rol="alert" titel="Iemand anders heeft dit account intussen gewijzigd">
      <p>
        Uw wijziging is niet opgeslagen. Haal de nieuwe gegevens op. Kijk dan of uw wijziging nog nodig is.
      </p>
      <Knop
        onClick={() => {
          void client.invalidateQueries({ queryKey: ['accounts'] });
          na();
        }}
      >
        Haal de nieuwe gegevens op
      </Knop>
    </Melding>
  );
}
