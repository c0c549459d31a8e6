import { useState, type ReactElement } from 'react';
import { useOpdracht } from '../api/opdrachten.js';
import type { TrajectContact } from '../api/types.js';
import { Formulier } from '../ui/formulier.component.js';
import { useFormulierFouten } from '../ui/formulier.hook.js';
import { Knop } from '../ui/knop.component.js';
import { FoutMelding } from '../ui/melding.component.js';
import { Tekstveld, Vinkje } from '../ui/velden.component.js';
import { ContactVelden } from './contact-velden.component.js';
import { contactOpdracht } from './contactpersoon.opdrachten.js';
import { foutenInContact, wijzigingVan } from './contactpersonen.view-model.js';

interface WijzigContactProps {
  trajectId: string;
  persoon: TrajectContact;
  sluit: () => void;
  na: (persoon: TrajectContact) => void;
}

const invoerVan = ({ naam, email, niveau, weekoverzicht, vertrektOp }: TrajectContact) => ({
  naam,
  email,
  niveau,
  weekoverzicht,
  vertrektOp,
});

/** Corrects somebody, and says from which day he is not there any more. */
export function WijzigContact({ trajectId, persoon, sluit, na }: WijzigContactProps): ReactElement {
  const oud = invoerVan(persoon);
  const [invoer, setInvoer] = useState(oud);
  const { fouten, poging, foutBij, zetFouten, vanServer } = useFormulierFouten();
  const wijzig = useOpdracht(contactOpdracht.wijzig(trajectId, persoon.id), na);
  const zet = (deel: Partial<typeof invoer>): void => setInvoer((vorige) => ({ ...vorige, ...deel }));
  function verstuur(): void {
    const nieuw = { ...invoer, naam: invoer.naam.trim(), email: invoer.email.trim() };
    const eigen = foutenInContact(nieuw);
    zetFouten(eigen);
    const anders = wijzigingVan(oud, nieuw);
    if (eigen.length > 0 || wijzig.isPending) return;
    if (Object.keys(anders).length === 0) sluit();
    else wijzig.mutate(anders, { onError: vanServer });
  }
  return (
    <Formulier verstuur={verstuur} fouten={fouten} poging={poging}>
      <ContactVelden invoer={invoer} foutBij={foutBij} zet={zet} />
      {persoon.hoofdcontact ? (
        <p className="utrecht-paragraph">
          Vertrekt het hoofdcontact? Maak dan eerst iemand anders hoofdcontact.
        </p>
      ) : (
        <Tekstveld
          type="date"
          pad="vertrektOp"
          label="Niet meer erbij vanaf"
          optioneel
          hulp="Vanaf deze dag krijgt deze persoon geen mail meer en kan hij of zij zich hier niet meer aanmelden. Wat is ingevuld, blijft staan."
          value={invoer.vertrektOp ?? ''}
          fout={foutBij('vertrektOp')}
          onChange={({ target }) => zet({ vertrektOp: target.value === '' ? null : target.value })}
        />
      )}
      <Vinkje
        soort="checkbox"
        label="Eén mail per week met alle taken"
        checked={invoer.weekoverzicht}
        onChange={({ target }) => zet({ weekoverzicht: target.checked })}
      />
      {wijzig.error && fouten.length === 0 ? <FoutMelding fout={wijzig.error} /> : null}
      <div className="knoppen">
        <Knop type="submit" soort="primary-action" bezig={wijzig.isPending}>
          Bewaar
        </Knop>
        <Knop onClick={sluit}>Toch niet</Knop>
      </div>
    </Formulier>
  );
}
