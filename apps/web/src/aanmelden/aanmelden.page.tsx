import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { vraag } from '../api/vragen.js';
import { PostvakUitleg } from '../oefenklok/postvak.component.js';
import { Door } from '../shell/door.component.js';
import { Pagina } from '../shell/pagina.component.js';
import { Gegevens } from '../ui/gegevens.component.js';
import { Melding } from '../ui/melding.component.js';
import { useIk } from './aanmelding.context.js';
import { afmeldenBijOrganisatie } from './afmelden.js';
import { aanmeldfoutZin } from './aanmeldfout.view-model.js';
import { LinkGevraagd } from './link-gevraagd.component.js';
import { MailFormulier, type Gevraagd } from './mail-formulier.component.js';
import { oidcAdres, onthoudenNaar, onthoudNaar, veiligPad } from './naar.js';

function Organisatie({ naar }: { naar: string }): ReactElement {
  const opties = useQuery(vraag.aanmeldopties());
  return (
    <Gegevens vraag={opties}>
      {({ organisatie }) =>
        organisatie === null ? (
          <p className="utrecht-paragraph">
            Dat kan hier nog niet. Vraag de beheerder om de aanmelding in te stellen.
          </p>
        ) : (
          <>
            <p className="utrecht-paragraph">
              U gaat naar de aanmelding van uw organisatie, en komt daarna hier terug.
            </p>
            {/* A link and not a route: the API sends the browser on to another site. */}
            <a
              className="utrecht-button-link utrecht-button-link--html-a utrecht-button-link--primary-action"
              href={oidcAdres(naar)}
              onClick={() => onthoudNaar(naar)}
            >
              {organisatie.knop}
            </a>
          </>
        )
      }
    </Gegevens>
  );
}

/** For who logged out here, and may still be logged in at his organisation. */
function Afgemeld(): ReactElement {
  const url = afmeldenBijOrganisatie();
  return (
    <Melding soort="ok" titel="U bent afgemeld">
      {url === null ? null : (
        <>
          <p>
            Bij uw organisatie bent u nog aangemeld. Werkt u op een gedeelde computer? Meld u daar dan ook af.
          </p>
          <a className="utrecht-link" href={url}>
            Meld u ook af bij uw organisatie
          </a>
        </>
      )}
      <p>Sluit de browser als u op een gedeelde computer werkt.</p>
    </Melding>
  );
}

function Meldingen({ fout, afgemeld }: { fout: string | null; afgemeld: boolean }): ReactElement {
  return (
    <>
      {fout === null ? null : (
        <Melding soort="error" titel="Het aanmelden is niet gelukt" rol="alert">
          <p>{fout}</p>
        </Melding>
      )}
      {afgemeld ? <Afgemeld /> : null}
    </>
  );
}

/** One page with the two ways to log in. */
export function AanmeldenPage(): ReactElement | null {
  const zoek = useSearch({ from: '/aanmelden' });
  const ik = useIk();
  const [gevraagd, setGevraagd] = useState<Gevraagd | null>(null);
  const fout = aanmeldfoutZin(zoek.fout);
  // A login of which nothing is known any more comes back without the page one wanted to go to.
  const naar = zoek.naar === undefined && fout !== null ? onthoudenNaar() : veiligPad(zoek.naar);
  if (ik) return <Door naar={naar} />;
  if (gevraagd) return <LinkGevraagd gevraagd={gevraagd} naar={naar} anderAdres={() => setGevraagd(null)} />;
  return (
    <Pagina titel="Aanmelden">
      <Meldingen fout={fout} afgemeld={zoek.afgemeld !== undefined} />
      {naar === '/' ? null : (
        <p className="utrecht-paragraph">Na het aanmelden gaat u door naar de pagina die u wilde zien.</p>
      )}
      <div className="naast-elkaar">
        <section aria-labelledby="bij-gemeente">
          <h2 id="bij-gemeente" className="utrecht-heading-2">
            Ik werk bij een gemeente
          </h2>
          <p className="utrecht-paragraph">
            U hebt geen wachtwoord nodig. Vul uw e-mailadres in. U krijgt een mail met een link om u aan te
            melden.
          </p>
          <MailFormulier naar={naar} na={setGevraagd} />
          <PostvakUitleg gevraagd={false} />
        </section>
        <section aria-labelledby="bij-organisatie">
          <h2 id="bij-organisatie" className="utrecht-heading-2">
            Ik ben adviseur, onderzoeker of beheerder
          </h2>
          <Organisatie naar={naar} />
        </section>
      </div>
    </Pagina>
  );
}
