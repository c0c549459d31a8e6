import { lokaleTijd } from '@maatwerktraject/domain';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { useIk } from '../aanmelden/aanmelding.context.js';
import { opdracht, useOpdracht } from '../api/opdrachten.js';
import { vraag } from '../api/vragen.js';
import type { Ik, SjabloonLijst } from '../api/types.js';
import { BEGIN_SNELHEID, SNELHEDEN } from '../oefenklok/snelheid.js';
import { useMeldOp } from '../shell/gemaakt.context.js';
import { Pagina } from '../shell/pagina.component.js';
import { FoutOverzicht } from '../ui/fout-overzicht.component.js';
import { useFormulierFouten } from '../ui/formulier.hook.js';
import { Gegevens } from '../ui/gegevens.component.js';
import { Knop } from '../ui/knop.component.js';
import { FoutMelding, Melding } from '../ui/melding.component.js';
import { Groep, Keuzelijst, Tekstveld, veldId, Vinkje } from '../ui/velden.component.js';
import {
  foutenIn,
  isVanEenAnder,
  sjabloonWaarde,
  verzoekVan,
  voorstelStartdatum,
  type NieuwCohortInvoer,
} from './nieuw-cohort.view-model.js';

const vandaag = (): string => lokaleTijd(Date.now()).datum;

interface FormulierProps {
  /** Published ones. */
  sjablonen: SjabloonLijst['items'];
  oefenen: boolean;
  ik: Pick<Ik, 'naam' | 'email'>;
}

function Formulier({ sjablonen, oefenen, ik }: FormulierProps): ReactElement {
  const navigate = useNavigate();
  const { fouten, poging, foutBij, zetFouten, vanServer } = useFormulierFouten();
  const [voorstel] = useState(() => voorstelStartdatum(vandaag()));
  const meldOp = useMeldOp();
  const maak = useOpdracht(opdracht.maakCohort, ({ id, naam }) => {
    meldOp(`/cohorten/${id}`, `Het cohort ${naam} is gemaakt. Voeg nu de gemeenten toe.`);
    void navigate({ to: '/cohorten/$cohortId', params: { cohortId: id } });
  });
  const { register, handleSubmit, control } = useForm<NieuwCohortInvoer>({
    defaultValues: {
      naam: '',
      sjabloon: sjablonen[0] ? sjabloonWaarde(sjablonen[0]) : '',
      startdatum: voorstel,
      adviseur: { naam: ik.naam, email: ik.email ?? '' },
      oefen: oefenen ? '' : 'nee',
      snelheid: BEGIN_SNELHEID.waarde,
    },
  });
  const oefen = useWatch({ control, name: 'oefen' });
  const adres = useWatch({ control, name: 'adviseur.email' });

  const verstuur = handleSubmit((invoer) => {
    const eigen = foutenIn(invoer);
    zetFouten(eigen);
    if (eigen.length > 0 || maak.isPending) return;
    maak.mutate(verzoekVan(invoer), { onError: vanServer });
  });

  return (
    <form noValidate onSubmit={verstuur}>
      <FoutOverzicht fouten={fouten} poging={poging} />
      <Tekstveld
        pad="naam"
        label="Naam van het cohort"
        hulp="Bijvoorbeeld: Twente, voorjaar 2027."
        fout={foutBij('naam')}
        {...register('naam')}
      />
      <Keuzelijst
        pad="sjabloon"
        label="Sjabloon"
        hulp="Het sjabloon bepaalt de stappen, de taken en de termijnen."
        fout={foutBij('sjabloon')}
        {...register('sjabloon')}
      >
        {sjablonen.map((sjabloon) => (
          <option key={sjabloonWaarde(sjabloon)} value={sjabloonWaarde(sjabloon)}>
            {sjabloon.titel}, versie {sjabloon.versie}
          </option>
        ))}
      </Keuzelijst>
      <Tekstveld
        type="date"
        pad="startdatum"
        label="Startdatum"
        hulp="Valt die dag in het weekend of op een feestdag? Dan begint de eerste stap op de eerstvolgende werkdag."
        fout={foutBij('startdatum')}
        {...register('startdatum')}
      />
      <Tekstveld
        pad="adviseur.naam"
        label="Naam van de adviseur"
        hulp="Uw naam en adres staan er al. Begeleidt iemand anders dit cohort? Pas ze dan aan."
        autoComplete="name"
        fout={foutBij('adviseur.naam')}
        {...register('adviseur.naam')}
      />
      <Tekstveld
        type="email"
        pad="adviseur.email"
        label="E-mailadres van de adviseur"
        hulp="Hier komen berichten over taken die te laat blijven en stappen die op akkoord wachten."
        autoComplete="email"
        fout={foutBij('adviseur.email')}
        {...register('adviseur.email')}
      />
      <div role="status">
        {isVanEenAnder(adres, ik.email) ? (
          <Melding soort="info" titel="Dit is niet uw eigen adres">
            <p>
              Mail voor de adviseur van dit cohort gaat naar dit adres, en niet naar u. Die persoon krijgt
              hiermee geen toegang. U houdt zelf toegang als adviseur, en kunt die persoon daarna ook toegang
              geven.
            </p>
          </Melding>
        ) : null}
      </div>
      {oefenen ? (
        <Groep
          pad="oefenklok"
          legenda="Is dit een oefencohort?"
          hulp="In een oefencohort loopt de tijd sneller en komt alle mail alleen in het postvak. Achteraf wijzigen kan niet."
          fout={foutBij('oefenklok')}
        >
          <Vinkje
            soort="radio"
            label="Ja, om te oefenen"
            id={veldId('oefenklok')}
            value="ja"
            {...register('oefen')}
          />
          <Vinkje soort="radio" label="Nee, dit is een echt cohort" value="nee" {...register('oefen')} />
        </Groep>
      ) : null}
      {oefen === 'ja' ? (
        <Groep
          pad="oefenklok.dagenPerSeconde"
          legenda="Hoe snel loopt de oefenklok?"
          hulp="Bij 1 dag per uur zet u de klok zelf vooruit. Dat doet u met de knop Ga naar het volgende moment."
          fout={foutBij('oefenklok.dagenPerSeconde')}
        >
          {SNELHEDEN.map(({ waarde, label }, nummer) => (
            <Vinkje
              key={waarde}
              soort="radio"
              label={label}
              value={waarde}
              id={veldId(`oefenklok.dagenPerSeconde${nummer === 0 ? '' : `-${waarde}`}`)}
              {...register('snelheid')}
            />
          ))}
        </Groep>
      ) : null}
      {maak.error && fouten.length === 0 ? <FoutMelding fout={maak.error} /> : null}
      <div className="formulier__voet">
        <Knop type="submit" soort="primary-action" bezig={maak.isPending}>
          Cohort maken
        </Knop>
      </div>
    </form>
  );
}

export function NieuwCohortPage(): ReactElement {
  const ik = useIk();
  const sjablonen = useQuery(vraag.sjablonen());
  const omgeving = useQuery(vraag.omgeving());
  return (
    <Pagina titel="Nieuw cohort" kruimels={[{ naam: 'Cohorten', naar: '/cohorten' }]}>
      <p className="utrecht-paragraph">
        Daarna voegt u de gemeenten toe. Het cohort begint pas als u het start.
      </p>
      <Gegevens vraag={sjablonen}>
        {({ items }) => (
          <Gegevens vraag={omgeving}>
            {({ oefenen }) =>
              ik ? (
                <Formulier
                  sjablonen={items.filter(({ status }) => status === 'gepubliceerd')}
                  oefenen={oefenen}
                  ik={ik}
                />
              ) : null
            }
          </Gegevens>
        )}
      </Gegevens>
    </Pagina>
  );
}
