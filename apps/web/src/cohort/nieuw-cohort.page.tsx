import { lokaleTijd } from '@maatwerktraject/domain';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { opdracht, useOpdracht } from '../api/opdrachten.js';
import { vraag } from '../api/vragen.js';
import type { SjabloonLijst } from '../api/types.js';
import { BEGIN_SNELHEID, SNELHEDEN } from '../oefenklok/snelheid.js';
import { Pagina } from '../shell/pagina.component.js';
import { FoutOverzicht } from '../ui/fout-overzicht.component.js';
import { useFormulierFouten } from '../ui/formulier.hook.js';
import { Gegevens } from '../ui/gegevens.component.js';
import { Knop } from '../ui/knop.component.js';
import { FoutMelding } from '../ui/melding.component.js';
import { Groep, Keuzelijst, Tekstveld, veldId, Vinkje } from '../ui/velden.component.js';
import {
  foutenIn,
  sjabloonWaarde,
  verzoekVan,
  voorstelStartdatum,
  type NieuwCohortInvoer,
} from './nieuw-cohort.view-model.js';

const vandaag = (): string => lokaleTijd(Date.now()).datum;

function Formulier({ sjablonen, oefenen }: { sjablonen: SjabloonLijst; oefenen: boolean }): ReactElement {
  const navigate = useNavigate();
  const { fouten, poging, foutBij, zetFouten, vanServer } = useFormulierFouten();
  const [voorstel] = useState(() => voorstelStartdatum(vandaag()));
  const maak = useOpdracht(opdracht.maakCohort);
  const { register, handleSubmit, control } = useForm<NieuwCohortInvoer>({
    defaultValues: {
      naam: '',
      sjabloon: sjablonen.items[0] ? sjabloonWaarde(sjablonen.items[0]) : '',
      startdatum: voorstel,
      adviseur: { naam: '', email: '' },
      oefen: oefenen ? '' : 'nee',
      snelheid: BEGIN_SNELHEID.waarde,
    },
  });
  const oefen = useWatch({ control, name: 'oefen' });

  const verstuur = handleSubmit((invoer) => {
    const eigen = foutenIn(invoer);
    zetFouten(eigen);
    if (eigen.length > 0 || maak.isPending) return;
    maak.mutate(verzoekVan(invoer), {
      onSuccess: ({ id }) => void navigate({ to: '/cohorten/$cohortId', params: { cohortId: id } }),
      onError: vanServer,
    });
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
        {sjablonen.items.map((sjabloon) => (
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
  const sjablonen = useQuery(vraag.sjablonen());
  const omgeving = useQuery(vraag.omgeving());
  return (
    <Pagina titel="Nieuw cohort" kruimels={[{ naam: 'Cohorten', naar: '/cohorten' }]}>
      <p className="utrecht-paragraph">
        Daarna voegt u de gemeenten toe. Het cohort begint pas als u het start.
      </p>
      <Gegevens vraag={sjablonen}>
        {(lijst) => (
          <Gegevens vraag={omgeving}>
            {({ oefenen }) => <Formulier sjablonen={lijst} oefenen={oefenen} />}
          </Gegevens>
        )}
      </Gegevens>
    </Pagina>
  );
}
