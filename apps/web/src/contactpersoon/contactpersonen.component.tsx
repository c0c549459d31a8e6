import { useState, type ReactElement } from 'react';
import { useRol } from '../aanmelden/aanmelding.context.js';
import { useOpdracht } from '../api/opdrachten.js';
import type { Traject, TrajectContact } from '../api/types.js';
import { dagVan } from '../ui/datum.js';
import { Deel } from '../ui/deel.component.js';
import { useGemeld } from '../ui/gemeld.hook.js';
import { Knop } from '../ui/knop.component.js';
import { UITVOERDER_NAAM } from '../ui/woorden.js';
import { Zeker } from '../ui/zeker.component.js';
import { contactOpdracht } from './contactpersoon.opdrachten.js';
import {
  actiesVoor,
  magToevoegen,
  mogelijkeVervangers,
  standVan,
  type Actie,
} from './contactpersonen.view-model.js';
import { NieuwContact } from './nieuw-contact.component.js';
import { VervangingFormulier } from './vervanging.component.js';
import { WijzigContact } from './wijzig-contact.component.js';

const ACTIE_NAAM: Readonly<Record<Actie, string>> = {
  wijzigen: 'Wijzig',
  vervanger: 'Vervanger',
  hoofdcontact: 'Maak hoofdcontact',
};

interface KaartProps {
  traject: Traject;
  persoon: TrajectContact;
  acties: readonly Actie[];
  /** What is being done with this person; one thing at a time on the page. */
  open: Actie | null;
  kies: (actie: Actie | null) => void;
  na: (zin: string) => void;
}

function HoofdcontactVraag({ traject, persoon, kies, na }: KaartProps): ReactElement {
  const draagOver = useOpdracht(contactOpdracht.draagOver(traject.id), () =>
    na(`${persoon.naam} is nu het hoofdcontact.`),
  );
  return (
    <Zeker
      ja="Ja, maak hoofdcontact"
      bezig={draagOver.isPending}
      fout={draagOver.error}
      doe={() => draagOver.mutate(persoon.id)}
      sluit={() => kies(null)}
    >
      <p>
        {persoon.naam} krijgt dan de taken van het hoofdcontact. Wie nu hoofdcontact is, blijft
        contactpersoon.
      </p>
    </Zeker>
  );
}

function Bezig(props: KaartProps): ReactElement | null {
  const { traject, persoon, open, kies, na } = props;
  const sluit = (): void => kies(null);
  if (open === 'hoofdcontact') return <HoofdcontactVraag {...props} />;
  if (open === 'wijzigen')
    return (
      <WijzigContact
        trajectId={traject.id}
        persoon={persoon}
        sluit={sluit}
        na={({ naam }) => na(`De gegevens van ${naam} zijn bewaard.`)}
      />
    );
  if (open === 'vervanger')
    return (
      <VervangingFormulier
        trajectId={traject.id}
        persoon={persoon}
        collegas={mogelijkeVervangers(persoon, traject.contactpersonen, dagVan(traject.nu))}
        sluit={sluit}
        na={na}
      />
    );
  return null;
}

function Kaart(props: KaartProps): ReactElement {
  const { traject, persoon, acties, open, kies } = props;
  const stand = standVan(persoon, traject.contactpersonen, dagVan(traject.nu));
  return (
    <li className={open === null ? 'kaart' : 'kaart kaart--breed'}>
      <h3 className="utrecht-heading-3">
        {persoon.naam}
        {persoon.uzelf ? ' (u)' : ''}
      </h3>
      <p>
        {UITVOERDER_NAAM[persoon.niveau]}
        {persoon.hoofdcontact ? ', en hoofdcontact' : ''}.{' '}
        <a className="utrecht-link" href={`mailto:${persoon.email}`}>
          {persoon.email}
        </a>
      </p>
      {stand.length === 0 ? null : <p>{stand.join(' ')}</p>}
      {open === null && acties.length > 0 ? (
        <div className="knoppen">
          {acties.map((actie) => (
            <Knop key={actie} onClick={() => kies(actie)}>
              {ACTIE_NAAM[actie]}
              <span className="visueel-verborgen"> voor {persoon.naam}</span>
            </Knop>
          ))}
        </div>
      ) : null}
      <Bezig {...props} />
    </li>
  );
}

/** The people of a traject, and what the reader may change of them. */
export function Contactpersonen({ traject }: { traject: Traject }): ReactElement {
  const rol = useRol() ?? 'gemeente';
  const gemeld = useGemeld();
  const [bezig, setBezig] = useState<{ id: string; actie: Actie } | 'nieuw' | null>(null);
  const { contactpersonen } = traject;
  const vandaag = dagVan(traject.nu);
  const begin = (nieuw: typeof bezig): void => {
    gemeld.wis();
    setBezig(nieuw);
  };
  const na = (zin: string): void => {
    setBezig(null);
    gemeld.meld(zin);
  };
  return (
    <Deel id="contactpersonen" titel="Contactpersonen" gemeld={gemeld}>
      <ul className="kaarten">
        {contactpersonen.map((persoon) => (
          <Kaart
            key={persoon.id}
            traject={traject}
            persoon={persoon}
            acties={actiesVoor(persoon, contactpersonen, rol, vandaag)}
            open={bezig !== null && bezig !== 'nieuw' && bezig.id === persoon.id ? bezig.actie : null}
            kies={(actie) => begin(actie === null ? null : { id: persoon.id, actie })}
            na={na}
          />
        ))}
      </ul>
      {bezig === 'nieuw' ? (
        <NieuwContact
          trajectId={traject.id}
          sluit={() => begin(null)}
          na={({ naam }) => na(`${naam} is nu contactpersoon.`)}
        />
      ) : magToevoegen(contactpersonen, rol) ? (
        <Knop onClick={() => begin('nieuw')}>Voeg een contactpersoon toe</Knop>
      ) : null}
    </Deel>
  );
}
