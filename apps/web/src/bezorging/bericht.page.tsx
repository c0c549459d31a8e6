import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ReactElement, ReactNode } from 'react';
import type { BerichtDetail } from '../api/types.js';
import { Pagina } from '../shell/pagina.component.js';
import { Deel } from '../ui/deel.component.js';
import { momentInWoorden } from '../ui/datum.js';
import { Gegevens } from '../ui/gegevens.component.js';
import { useGemeld } from '../ui/gemeld.hook.js';
import { Icoon } from '../ui/icoon.component.js';
import { BERICHT_REDEN, UITVOERDER_NAAM } from '../ui/woorden.js';
import { bezorgingVraag } from './bezorging.vragen.js';
import { BesluitFormulier } from './besluit.component.js';
import { ICOON_VAN_REGEL, stapInWoorden, tijdlijn } from './tijdlijn.view-model.js';

function Kenmerk({ naam, children }: { naam: string; children: ReactNode }): ReactElement {
  return (
    <div>
      <dt>{naam}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function VoorWie({ bericht: { aan, namens, voorNiveau } }: { bericht: BerichtDetail }): ReactElement {
  if (!aan) return <>Deze persoon is er niet meer.</>;
  return (
    <>
      {aan.naam} ({aan.email}){namens === null ? '' : `, in plaats van ${namens}`}
      {voorNiveau === null ? '' : `, voor het niveau ${UITVOERDER_NAAM[voorNiveau].toLowerCase()}`}
    </>
  );
}

function Waarom({ bericht }: { bericht: BerichtDetail }): ReactElement {
  return (
    <Deel id="waarom" titel="Waarom deze mail">
      <dl className="kenmerken">
        <Kenmerk naam="Aanleiding">{BERICHT_REDEN[bericht.soort]}</Kenmerk>
        <Kenmerk naam="Aan">
          <VoorWie bericht={bericht} />
        </Kenmerk>
        <Kenmerk naam="Gepland op">{momentInWoorden(bericht.op)}</Kenmerk>
      </dl>
      {bericht.herleiding.length > 0 ? (
        <>
          <h3 className="utrecht-heading-3">Hoe dit moment is berekend</h3>
          <ol className="utrecht-ordered-list">
            {bericht.herleiding.map((stap, nummer) => (
              <li key={String(nummer)} className="utrecht-ordered-list__item">
                {stapInWoorden(stap)}
              </li>
            ))}
          </ol>
        </>
      ) : null}
    </Deel>
  );
}

function Verloop({ bericht }: { bericht: BerichtDetail }): ReactElement {
  return (
    <Deel id="verloop" titel="Wat ermee gebeurde">
      <ol className="tijdlijn">
        {tijdlijn(bericht).map(({ sleutel, wanneer, wat, soort, woorden }) => (
          <li key={sleutel} className={`tijdlijn__regel tijdlijn__regel--${soort}`}>
            <Icoon naam={ICOON_VAN_REGEL[soort]} />
            <div>
              <p className="tijdlijn__wanneer">{wanneer}</p>
              <p>{wat}</p>
              {woorden === null ? null : (
                <p className="tijdlijn__woorden">
                  Melding: <q lang="en">{woorden}</q>
                </p>
              )}
            </div>
          </li>
        ))}
      </ol>
    </Deel>
  );
}

function Scherm({ bericht }: { bericht: BerichtDetail }): ReactElement {
  const gemeld = useGemeld();
  return (
    <Pagina
      titel={bericht.titel}
      kruimels={[
        { naam: 'Cohorten', naar: '/cohorten' },
        { naam: `Traject van ${bericht.gemeente.naam}`, naar: `/trajecten/${bericht.trajectId}` },
      ]}
    >
      <Waarom bericht={bericht} />
      <Verloop bericht={bericht} />
      {bericht.besluiten.length > 0 || gemeld.zin ? (
        <Deel id="besluit" titel="Wat nu" gemeld={gemeld}>
          {bericht.besluiten.length > 0 ? (
            <>
              <p className="utrecht-paragraph">
                Vraag bij de ontvanger na of de mail er is. Sturen wij hem opnieuw, dan heeft hij hetzelfde
                kenmerk.
              </p>
              <BesluitFormulier bericht={bericht} na={gemeld.meld} />
            </>
          ) : null}
        </Deel>
      ) : null}
      <Deel id="techniek" titel="Voor wie de mailserver beheert">
        <dl className="kenmerken">
          <Kenmerk naam="Message-ID">{bericht.messageId ?? 'Nog niet verstuurd'}</Kenmerk>
          <Kenmerk naam="Sleutel">{bericht.sleutel}</Kenmerk>
          {bericht.regel === null ? null : <Kenmerk naam="Regel">{bericht.regel}</Kenmerk>}
        </dl>
      </Deel>
    </Pagina>
  );
}

/** Why one mail was sent, or was not. */
export function BerichtPage(): ReactElement {
  const { trajectId, berichtId } = useParams({ from: '/trajecten/$trajectId/mails/$berichtId' });
  const bericht = useQuery(bezorgingVraag.bericht(trajectId, berichtId));
  return (
    <Gegevens heel vraag={bericht}>
      {(data) => <Scherm key={data.id} bericht={data} />}
    </Gegevens>
  );
}
