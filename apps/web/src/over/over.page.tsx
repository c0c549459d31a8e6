import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactElement, ReactNode } from 'react';
import { vraag } from '../api/vragen.js';
import type { Omgeving } from '../api/types.js';
import { Pagina } from '../shell/pagina.component.js';
import { Deel } from '../ui/deel.component.js';
import { Gegevens } from '../ui/gegevens.component.js';

const Alinea = ({ children }: { children: ReactNode }): ReactElement => (
  <p className="utrecht-paragraph">{children}</p>
);

function Veiligheid({ url }: { url: string | null }): ReactElement {
  return (
    <Deel id="veiligheid" titel="Een zwakke plek melden">
      {url === null ? (
        <Alinea>
          Denkt u dat er iets niet veilig is? Meld het meteen aan de beheerder, en aan niemand anders.
        </Alinea>
      ) : (
        <Alinea>
          Denkt u dat er iets niet veilig is? In{' '}
          <a className="utrecht-link" href={url}>
            security.txt
          </a>{' '}
          staat waar u dat meldt.
        </Alinea>
      )}
    </Deel>
  );
}

function Techniek({ omgeving }: { omgeving: Omgeving }): ReactElement {
  const links = [
    { naar: omgeving.apiDocumentatieUrl, naam: 'Documentatie van de API', uitleg: 'voor andere systemen' },
    { naar: omgeving.postvakUrl, naam: 'Postvak', uitleg: 'alle mail die het oefenen oplevert' },
    { naar: omgeving.temporalUrl, naam: 'Verloop in Temporal', uitleg: 'hoe elk traject technisch loopt' },
  ];
  return (
    <Deel id="techniek" titel="Voor ontwikkelaars">
      <ul className="utrecht-unordered-list">
        {links.map(({ naar, naam, uitleg }) =>
          naar === null ? null : (
            <li key={naam} className="utrecht-unordered-list__item">
              <a className="utrecht-link" href={naar}>
                {naam}
              </a>
              : {uitleg}
            </li>
          ),
        )}
      </ul>
      <Alinea>
        Dit is versie {omgeving.versie}. De website is vrije software onder de licentie EUPL-1.2: iedereen mag
        hem gebruiken, bekijken en verbeteren.
      </Alinea>
    </Deel>
  );
}

/** What this website is and how it deals with people: for who wonders, logged in or not. */
export function OverPage(): ReactElement {
  const omgeving = useQuery(vraag.omgeving());
  return (
    <Pagina titel="Over deze website">
      <p className="utrecht-paragraph utrecht-paragraph--lead">
        Met deze website werken gemeenten en hun adviseurs aan het Maatwerktraject basisvaardigheden. De
        website zet de taken klaar, stuurt mail op tijd en houdt bij hoe ver elke gemeente is.
      </p>
      <Deel id="voor-wie" titel="Voor wie is de website?">
        <Alinea>
          Voor wie bij een gemeente aan het traject werkt, en voor adviseurs, onderzoekers en beheerders. De
          website is niet voor inwoners. Wij vragen geen gegevens van inwoners.
        </Alinea>
        <Alinea>
          U kunt zich aanmelden als iemand u heeft toegevoegd. Werkt u bij een gemeente? Dan doet uw adviseur
          dat. Anders doet de beheerder het.
        </Alinea>
      </Deel>
      <Deel id="vragen" titel="Hebt u een vraag?">
        <Alinea>
          Stel uw vraag aan uw adviseur. Het e-mailadres staat bij uw traject. Adviseurs en onderzoekers gaan
          naar de beheerder van hun organisatie.
        </Alinea>
      </Deel>
      <Deel id="privacy" titel="Uw privacy">
        <Alinea>
          Wij bewaren uw naam, uw e-mailadres, wat u invult en wat u hier doet. Naam en adres staan
          versleuteld in de database. Wat lang genoeg is bewaard, wissen wij, of wij halen uw naam eraf.
        </Alinea>
        <Alinea>
          De website gebruikt alleen cookies om u aan te melden en aangemeld te houden. Hij haalt niets op bij
          andere websites, en volgt u niet.
        </Alinea>
        <Alinea>
          <Link className="utrecht-link" to="/gegevens">
            Bekijk, verbeter of download wat wij van u bewaren
          </Link>
          . Daar staat ook hoe u vraagt om het te wissen.
        </Alinea>
      </Deel>
      <Deel id="toegankelijkheid" titel="Toegankelijkheid">
        <Alinea>
          De website werkt op een telefoon, en helemaal met het toetsenbord. Wij testen de pagina’s met een
          programma dat let op WCAG 2.2, niveau A en AA. Zo’n programma vindt niet alles. Lukt iets niet? Meld
          het aan uw adviseur of de beheerder, en zeg erbij wat u deed.
        </Alinea>
      </Deel>
      <Gegevens vraag={omgeving}>
        {(data) => (
          <>
            <Veiligheid url={data.securityTxtUrl} />
            <Techniek omgeving={data} />
          </>
        )}
      </Gegevens>
    </Pagina>
  );
}
