import { useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { ApiFout } from '../api/fout.js';
import { Knop } from './knop.component.js';
import { FoutMelding, Melding } from './melding.component.js';

interface VersieFoutProps {
  fout: unknown;
  /** What was changed: `dit account`. */
  wat: string;
  /** What is read again: the first word of its query keys. */
  sleutel: 'accounts' | 'webhooks' | 'cohorten';
  na: () => void;
}

/** A refused change. That somebody else changed it first is no fault, but a reason to look again. */
export function VersieFout({ fout, wat, sleutel, na }: VersieFoutProps): ReactElement {
  const client = useQueryClient();
  if (!(fout instanceof ApiFout && fout.code === 'andere-versie')) return <FoutMelding fout={fout} />;
  return (
    <Melding soort="warning" rol="alert" titel={`Iemand anders heeft ${wat} intussen gewijzigd`}>
      <p>
        Uw wijziging is niet opgeslagen. Haal de nieuwe gegevens op. Kijk dan of uw wijziging nog nodig is.
      </p>
      <Knop
        onClick={() => {
          void client.invalidateQueries({ queryKey: [sleutel] });
          na();
        }}
      >
        Haal de nieuwe gegevens op
      </Knop>
    </Melding>
  );
}
