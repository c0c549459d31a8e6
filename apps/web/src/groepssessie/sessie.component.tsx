import { useState, type ReactElement } from 'react';
import { useOpdracht } from '../api/opdrachten.js';
import type { Genodigde, Groepssessie } from '../api/types.js';
import { Knop } from '../ui/knop.component.js';
import { Zeker } from '../ui/zeker.component.js';
import { Aanwezigheid } from './aanwezigheid.component.js';
import { sessieOpdracht } from './groepssessie.opdrachten.js';
import { alsInvoer, STAND_NAAM, standVan, wanneer, wieIs } from './groepssessie.view-model.js';
import { SessieFormulier } from './sessie-formulier.component.js';

const MAIL: Readonly<Record<NonNullable<Genodigde['mail']>, string>> = {
  wacht: 'mail staat klaar',
  verzonden: 'mail verzonden',
  mislukt: 'mail niet verzonden',
  onbekend: 'niet zeker of de mail is aangekomen',
};

function Genodigden({ sessie }: { sessie: Groepssessie }): ReactElement {
  const gehouden = sessie.status === 'gehouden';
  return (
    <details className="uitklap">
      <summary>Genodigden: {sessie.genodigden.length}</summary>
      <ul className="utrecht-unordered-list">
        {sessie.genodigden.map((een) => (
          <li key={een.id} className="utrecht-unordered-list__item">
            {wieIs(een)}
            {gehouden ? `: ${een.aanwezig}` : een.mail ? `: ${MAIL[een.mail]}` : ''}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Afzeggen({ sessie, na }: { sessie: Groepssessie; na: (zin: string) => void }): ReactElement {
  const [vraagt, setVraagt] = useState(false);
  const zegAf = useOpdracht(sessieOpdracht.zegAf(sessie), () => na('De groepssessie is afgezegd.'));
  if (!vraagt)
    return (
      <Knop soort="subtle" onClick={() => setVraagt(true)}>
        Zeg af<span className="visueel-verborgen">: {sessie.onderwerp}</span>
      </Knop>
    );
  return (
    <Zeker
      ja="Ja, zeg de sessie af"
      bezig={zegAf.isPending}
      fout={zegAf.error}
      doe={() => zegAf.mutate(null)}
      sluit={() => setVraagt(false)}
    >
      <p>Alle genodigden krijgen een mail. De sessie gaat uit hun agenda.</p>
    </Zeker>
  );
}

/** One session: what it is, who is invited, and what can be done with it now. */
export function Sessie({
  sessie,
  nu,
  na,
}: {
  sessie: Groepssessie;
  nu: string;
  na: (zin: string) => void;
}): ReactElement {
  const stand = standVan(sessie, nu);
  return (
    <li className="kaart">
      <h3 className="utrecht-heading-3">{sessie.onderwerp}</h3>
      <p>
        {STAND_NAAM[stand]}: {wanneer(sessie)}.{sessie.plaats === '' ? '' : ` Plaats: ${sessie.plaats}.`}
        {sessie.link === null ? null : (
          <>
            {' '}
            <a className="utrecht-link" href={sessie.link} rel="noreferrer">
              Online meedoen
            </a>
          </>
        )}
      </p>
      {sessie.verslag ? <p className="utrecht-paragraph">{sessie.verslag}</p> : null}
      <Genodigden sessie={sessie} />
      {sessie.leidt && stand === 'komt' ? (
        <>
          <details key={sessie.versie} className="uitklap">
            <summary>
              Wijzig deze sessie<span className="visueel-verborgen">: {sessie.onderwerp}</span>
            </summary>
            <SessieFormulier
              naam={sessie.id}
              begin={alsInvoer(sessie)}
              knop="Sla de wijziging op"
              stuur={sessieOpdracht.wijzig(sessie)}
              na={() => na('De groepssessie is gewijzigd. Wie het aangaat, krijgt een mail.')}
            />
          </details>
          <Afzeggen sessie={sessie} na={na} />
        </>
      ) : null}
      {sessie.leidt && (stand === 'bezig-of-voorbij' || stand === 'gehouden') ? (
        <details key={sessie.versie} className="uitklap">
          <summary>
            {stand === 'gehouden' ? 'Verbeter de aanwezigheid' : 'Leg de aanwezigheid vast'}
            <span className="visueel-verborgen">: {sessie.onderwerp}</span>
          </summary>
          <Aanwezigheid sessie={sessie} na={() => na('De aanwezigheid is vastgelegd.')} />
        </details>
      ) : null}
    </li>
  );
}
