import { useState, type ReactElement } from 'react';
import { useOpdracht } from '../api/opdrachten.js';
import type { TrajectContact } from '../api/types.js';
import { Formulier } from '../ui/formulier.component.js';
import { useFormulierFouten } from '../ui/formulier.hook.js';
import { Knop } from '../ui/knop.component.js';
import { FoutMelding } from '../ui/melding.component.js';
import { ContactVelden, type ContactInvoer } from './contact-velden.component.js';
import { contactOpdracht } from './contactpersoon.opdrachten.js';
import { foutenInContact } from './contactpersonen.view-model.js';

interface NieuwContactProps {
  trajectId: string;
  sluit: () => void;
  na: (persoon: TrajectContact) => void;
}

/** Somebody who comes to a traject. */
export function NieuwContact({ trajectId, sluit, na }: NieuwContactProps): ReactElement {
  const [invoer, setInvoer] = useState<ContactInvoer>({ naam: '', email: '', niveau: 'beleid' });
  const { fouten, poging, foutBij, zetFouten, vanServer } = useFormulierFouten();
  const voegToe = useOpdracht(contactOpdracht.voegToe(trajectId), na);
  function verstuur(): void {
    const eigen = foutenInContact(invoer);
    zetFouten(eigen);
    const { naam, email, niveau } = invoer;
    if (eigen.length === 0 && !voegToe.isPending)
      voegToe.mutate({ naam: naam.trim(), email: email.trim(), niveau }, { onError: vanServer });
  }
  return (
    <Formulier verstuur={verstuur} fouten={fouten} poging={poging}>
      <h3 className="utrecht-heading-3">Nieuwe contactpersoon</h3>
      <p className="utrecht-paragraph">
        Loopt het traject al? Dan krijgt deze persoon een mail met uitleg, en daarna de mail over nieuwe
        taken.
      </p>
      <ContactVelden
        invoer={invoer}
        foutBij={foutBij}
        zet={(deel) => setInvoer((oud) => ({ ...oud, ...deel }))}
      />
      {voegToe.error && fouten.length === 0 ? <FoutMelding fout={voegToe.error} /> : null}
      <div className="knoppen">
        <Knop type="submit" soort="primary-action" bezig={voegToe.isPending}>
          Voeg toe
        </Knop>
        <Knop onClick={sluit}>Toch niet</Knop>
      </div>
    </Formulier>
  );
}
