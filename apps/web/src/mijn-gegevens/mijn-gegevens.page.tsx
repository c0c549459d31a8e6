import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { vraag } from '../api/vragen.js';
import type { MijnGegevens } from '../api/types.js';
import { Pagina } from '../shell/pagina.component.js';
import { bewaarAls } from '../ui/bewaar-als.js';
import { dagKort, dagVan } from '../ui/datum.js';
import { Deel } from '../ui/deel.component.js';
import { Gegevens } from '../ui/gegevens.component.js';
import { useGemeld } from '../ui/gemeld.hook.js';
import { Knop } from '../ui/knop.component.js';
import { EigenNaam } from './eigen-naam.component.js';
import {
  aanmeldenMet,
  bestandVan,
  legeSoorten,
  openVerzoek,
  soortenVan,
} from './mijn-gegevens.view-model.js';
import { SoortGegevens } from './soort-gegevens.component.js';
import { Uitleg } from './uitleg.component.js';
import { VraagWissing } from './vraag-wissing.component.js';

function Wie({ account }: { account: MijnGegevens['account'] }): ReactElement {
  return (
    <dl className="kenmerken">
      <div>
        <dt>Naam</dt>
        <dd>{account.naam}</dd>
      </div>
      <div>
        <dt>E-mailadres</dt>
        <dd>{account.email ?? '–'}</dd>
      </div>
      <div>
        <dt>U meldt zich aan met</dt>
        <dd>{aanmeldenMet(account)}</dd>
      </div>
      <div>
        <dt>Account sinds</dt>
        <dd>{dagKort(dagVan(account.gemaaktOp))}</dd>
      </div>
    </dl>
  );
}

function Bewaard({ gegevens }: { gegevens: MijnGegevens }): ReactElement {
  const soorten = soortenVan(gegevens);
  const leeg = legeSoorten(soorten);
  return (
    <>
      <p className="utrecht-paragraph">
        Kies een onderdeel om het te lezen. Tussen haakjes staat het aantal regels.
      </p>
      {soorten
        .filter(({ rijen }) => rijen.length > 0)
        .map((soort) => (
          <SoortGegevens key={soort.id} soort={soort} />
        ))}
      {leeg === null ? null : <p className="utrecht-paragraph">{leeg}</p>}
    </>
  );
}

function Scherm({ gegevens }: { gegevens: MijnGegevens }): ReactElement {
  const naam = useGemeld();
  const bestand = useGemeld();
  const wissing = useGemeld();
  function download(): void {
    const { naam: bestandsnaam, tekst } = bestandVan(gegevens);
    bewaarAls(new Blob([tekst], { type: 'application/json' }), bestandsnaam);
    bestand.meld(`Uw gegevens staan in het bestand ${bestandsnaam}.`);
  }
  return (
    <>
      <Deel id="wie" titel="Wie u bent" gemeld={naam}>
        <Wie account={gegevens.account} />
        <EigenNaam
          naam={gegevens.account.naam}
          inMail={gegevens.cohorten.length > 0}
          begin={naam.wis}
          na={(nieuw) => naam.meld(`Uw naam is nu: ${nieuw}.`)}
        />
        <p className="utrecht-paragraph">
          Klopt uw e-mailadres niet meer? Laat het de beheerder weten, zelf of via uw adviseur. Die kan het
          wijzigen.
        </p>
      </Deel>
      <Deel id="bewaard" titel="Wat wij van u bewaren">
        <Bewaard gegevens={gegevens} />
        <p className="utrecht-paragraph">
          Een sessie beëindigen, of een passkey toevoegen of verwijderen? Dat doet u{' '}
          <Link className="utrecht-link" to="/sessies">
            bij uw aanmeldingen
          </Link>
          .
        </p>
      </Deel>
      <Deel id="download" titel="Uw gegevens meenemen" gemeld={bestand}>
        <p className="utrecht-paragraph">
          Download alles in één bestand. Een ander computersysteem kan het lezen (JSON). U kunt het bestand
          ook openen met een browser. Bewaar het op een veilige plek: het gaat over u.
        </p>
        <Knop soort="primary-action" onClick={download}>
          Download mijn gegevens
        </Knop>
      </Deel>
      <Deel id="waarom" titel="Waarom wij dit bewaren">
        <Uitleg uitleg={gegevens.uitleg} ontvangers={gegevens.ontvangers} />
      </Deel>
      <Deel id="wissen" titel="Uw gegevens laten wissen" gemeld={wissing}>
        <VraagWissing
          verzoek={openVerzoek(gegevens)}
          begin={wissing.wis}
          na={() => wissing.meld('Uw verzoek is verstuurd.')}
        />
      </Deel>
    </>
  );
}

/** Everything about oneself: to read, correct, take along, and to ask to be erased. */
export function MijnGegevensPage(): ReactElement {
  const gegevens = useQuery(vraag.mijnGegevens());
  return (
    <Pagina titel="Uw gegevens">
      <p className="utrecht-paragraph">
        Hier ziet u alles wat deze website over u bewaart. U kunt uw naam verbeteren, uw gegevens meenemen, en
        vragen om ze te wissen. Dat u hier kijkt, komt in het logboek.
      </p>
      <Gegevens vraag={gegevens}>{(data) => <Scherm gegevens={data} />}</Gegevens>
    </Pagina>
  );
}
