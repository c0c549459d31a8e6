import { datumInWoorden } from '@maatwerktraject/domain';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import type { Veld } from '@maatwerktraject/domain';
import { useIk, useRol } from '../aanmelden/aanmelding.context.js';
import { vraag } from '../api/vragen.js';
import type { Taak, Traject } from '../api/types.js';
import { EEN_KEER_LEZEN, MetInzage } from '../inzage/met-inzage.component.js';
import { OefenBanner } from '../oefenklok/oefen-banner.component.js';
import { Pagina } from '../shell/pagina.component.js';
import { dagVan, vervalInWoorden } from '../ui/datum.js';
import { Gegevens } from '../ui/gegevens.component.js';
import { Melding } from '../ui/melding.component.js';
import { UITVOERDER_NAAM } from '../ui/woorden.js';
import { AntwoordLijst } from './antwoord-lijst.component.js';
import { Bevestiging } from './bevestiging.component.js';
import { TaakActies } from './taak-acties.component.js';
import { TaakFormulier } from './taak-formulier.component.js';
import { standVan } from './taak.view-model.js';
import { voorWieInWoorden } from './voor-wie.view-model.js';

function Kenmerken({ taak, traject }: { taak: Taak; traject: Traject | undefined }): ReactElement {
  const vervaltOp = taak.vervaltOp ?? taak.geplandVervaltOp;
  return (
    <dl className="kenmerken">
      <div>
        <dt>Gemeente</dt>
        <dd>{taak.gemeente.naam}</dd>
      </div>
      <div>
        <dt>Voor</dt>
        <dd>{UITVOERDER_NAAM[taak.uitvoerder]}</dd>
      </div>
      <div>
        <dt>Kost ongeveer</dt>
        <dd>{taak.minuten} minuten</dd>
      </div>
      <div>
        <dt>Graag klaar op</dt>
        <dd>
          {datumInWoorden(vervaltOp)}
          {traject && taak.status === 'open' ? ` (${vervalInWoorden(vervaltOp, dagVan(traject.nu))})` : ''}
        </dd>
      </div>
    </dl>
  );
}

interface InhoudProps {
  taak: Taak;
  traject: Traject | undefined;
  na: () => void;
  herlaad: () => void;
}

function Teruggestuurd({ taak }: { taak: Taak }): ReactElement | null {
  if (!taak.teruggestuurd) return null;
  const { toelichting, door, op } = taak.teruggestuurd;
  return (
    <Melding soort="warning" titel="Deze taak is teruggestuurd">
      <p>
        {door === 'adviseur' ? 'De adviseur' : 'Een collega'} vroeg op {datumInWoorden(dagVan(op))}:
      </p>
      <p className="verslag">{toelichting}</p>
      <p>Wat er al was ingevuld, staat hieronder. Pas het aan en dien de taak weer in.</p>
    </Melding>
  );
}

function Inhoud({ taak, traject, na, herlaad }: InhoudProps): ReactElement {
  const ik = useIk();
  const velden = taak.velden as readonly Veld[];
  if (taak.status === 'gepland')
    return (
      <Melding soort="info" titel="Deze taak is nog niet open">
        <p>
          {ik?.rol === 'beheerder'
            ? `De taak gaat open op ${datumInWoorden(taak.opentOp ?? taak.geplandOpenOp)}.`
            : `U kunt beginnen op ${datumInWoorden(taak.opentOp ?? taak.geplandOpenOp)}. U krijgt dan een mail.`}
        </p>
      </Melding>
    );
  const stand = standVan(taak, traject);
  if (stand)
    return (
      <>
        <Melding soort={stand.soort} titel={stand.titel}>
          <p>{stand.zin}</p>
        </Melding>
        {taak.inzending ? (
          <>
            <h2 className="utrecht-heading-2">Antwoorden</h2>
            <AntwoordLijst velden={velden} inhoud={taak.inzending.inhoud} />
          </>
        ) : null}
      </>
    );
  if (taak.magInvullen && ik)
    return (
      <>
        <Teruggestuurd taak={taak} />
        <TaakFormulier taak={taak} accountId={ik.accountId} na={na} herlaad={herlaad} />
      </>
    );
  return (
    <>
      <Teruggestuurd taak={taak} />
      <Melding soort="info" titel="U kunt meelezen">
        <p>{voorWieInWoorden(taak.uitvoerder, ik?.rol)} De antwoorden zijn nog niet ingediend.</p>
      </Melding>
      <h2 className="utrecht-heading-2">Vragen en antwoorden tot nu toe</h2>
      <AntwoordLijst velden={velden} inhoud={taak.concept?.inhoud ?? {}} />
    </>
  );
}

function TaakScherm({ taak, herlaad }: { taak: Taak; herlaad: () => void }): ReactElement {
  const [klaar, setKlaar] = useState(false);
  const [gedaan, setGedaan] = useState('');
  const rol = useRol();
  const traject = useQuery({
    ...vraag.traject(taak.trajectId),
    ...(rol === 'beheerder' ? EEN_KEER_LEZEN : {}),
  }).data;
  const terug =
    rol === 'adviseur' || rol === 'beheerder'
      ? { naam: `Traject van ${taak.gemeente.naam}`, naar: `/trajecten/${taak.trajectId}` }
      : { naam: `Mijn traject: ${taak.gemeente.naam}`, naar: `/mijn/${taak.trajectId}` };
  const banner = taak.oefen ? <OefenBanner naam={traject?.cohortNaam} nu={traject?.nu ?? null} /> : null;
  if (klaar) return <Bevestiging taak={taak} traject={traject} terug={terug} voor={banner} />;
  return (
    <Pagina titel={taak.titel} kruimels={[terug]} voor={banner}>
      <p className="utrecht-paragraph utrecht-paragraph--lead">{taak.uitleg}</p>
      <Kenmerken taak={taak} traject={traject} />
      <div role="status">{gedaan ? <Melding soort="ok">{gedaan}</Melding> : null}</div>
      <Inhoud taak={taak} traject={traject} na={() => setKlaar(true)} herlaad={herlaad} />
      <TaakActies taak={taak} na={setGedaan} />
      <p className="utrecht-paragraph">
        <Link className="utrecht-link" to={terug.naar}>
          Terug naar het traject
        </Link>
      </p>
    </Pagina>
  );
}

function Lezen({ taakId }: { taakId: string }): ReactElement {
  const taak = useQuery(vraag.taak(taakId));
  const [beurt, setBeurt] = useState(0);
  const herlaad = (): void => {
    void taak.refetch().then(() => setBeurt((oud) => oud + 1));
  };
  return (
    <Gegevens heel vraag={taak}>
      {(data) => <TaakScherm key={`${data.id}-${String(beurt)}`} taak={data} herlaad={herlaad} />}
    </Gegevens>
  );
}

export function TaakPage(): ReactElement {
  const { taakId } = useParams({ from: '/taken/$taakId' });
  return (
    // A taak has its traject in its ID.
    <MetInzage trajectId={taakId.split('.')[0] ?? ''}>
      <Lezen taakId={taakId} />
    </MetInzage>
  );
}
