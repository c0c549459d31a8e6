import { useRef, useState, type ReactElement } from 'react';
import { useFieldArray, useForm } from 'react-hook-form';
import { opdracht, useOpdracht } from '../api/opdrachten.js';
import type { Contactpersoon, Gemeente } from '../api/types.js';
import { FoutOverzicht } from '../ui/fout-overzicht.component.js';
import { useFormulierFouten } from '../ui/formulier.hook.js';
import { Knop } from '../ui/knop.component.js';
import { FoutMelding, Melding } from '../ui/melding.component.js';
import { Keuzelijst, Tekstveld, veldId, Vinkje } from '../ui/velden.component.js';
import { GemeenteZoeker } from './gemeente-zoeker.component.js';
import { NIEUW, foutenIn } from './nieuwe-deelnemer.view-model.js';

interface Formulier {
  contactpersonen: Contactpersoon[];
}

/** One gemeente with its contactpersonen, by hand. */
export function NieuweDeelnemer({
  cohortId,
  alErin,
}: {
  cohortId: string;
  alErin: ReadonlySet<string>;
}): ReactElement {
  const [gemeente, setGemeente] = useState<Gemeente | null>(null);
  const [beurt, setBeurt] = useState(0);
  const [klaar, setKlaar] = useState('');
  const { fouten, poging, foutBij, zetFouten, vanServer } = useFormulierFouten();
  const { register, control, handleSubmit, reset } = useForm<Formulier>({
    defaultValues: { contactpersonen: NIEUW },
  });
  const { fields, append, remove } = useFieldArray({ control, name: 'contactpersonen' });
  const voegToe = useOpdracht(opdracht.voegDeelnemerToe(cohortId));
  const formulier = useRef<HTMLFormElement>(null);

  const verstuur = handleSubmit(({ contactpersonen }) => {
    const eigen = foutenIn(gemeente, contactpersonen);
    zetFouten(eigen);
    setKlaar('');
    if (eigen.length > 0 || !gemeente || voegToe.isPending) return;
    voegToe.mutate(
      { gemeentecode: gemeente.code, contactpersonen, startdatum: null },
      {
        onSuccess: ({ gemeente: { naam } }) => {
          reset({ contactpersonen: NIEUW });
          setGemeente(null);
          setBeurt((oud) => oud + 1);
          setKlaar(`${naam} is toegevoegd.`);
          requestAnimationFrame(() => document.getElementById(veldId('gemeentecode'))?.focus());
        },
        onError: vanServer,
      },
    );
  });

  return (
    <form ref={formulier} noValidate onSubmit={verstuur}>
      <FoutOverzicht fouten={fouten} poging={poging} />
      <div role="status">{klaar ? <Melding soort="ok">{klaar}</Melding> : null}</div>
      <GemeenteZoeker
        key={beurt}
        gekozen={gemeente}
        kies={setGemeente}
        alErin={alErin}
        fout={foutBij('gemeentecode')}
      />
      {fields.map((veld, nummer) => {
        const pad = `contactpersonen.${nummer}` as const;
        return (
          <fieldset
            key={veld.id}
            className="groep contactpersoon"
            id={veldId(`contactpersonen.${String(nummer)}`)}
            tabIndex={-1}
          >
            <legend className="utrecht-form-label groep__legenda">Contactpersoon {nummer + 1}</legend>
            <div className="contactpersoon__velden">
              <Tekstveld
                pad={`${pad}.naam`}
                label="Naam"
                autoComplete="off"
                fout={foutBij(`${pad}.naam`)}
                {...register(`${pad}.naam`)}
              />
              <Tekstveld
                type="email"
                pad={`${pad}.email`}
                label="E-mailadres"
                autoComplete="off"
                fout={foutBij(`${pad}.email`)}
                {...register(`${pad}.email`)}
              />
              <Keuzelijst
                pad={`${pad}.niveau`}
                label="Niveau"
                fout={foutBij(`${pad}.niveau`)}
                {...register(`${pad}.niveau`)}
              >
                <option value="bestuur">Bestuur</option>
                <option value="beleid">Beleid</option>
                <option value="uitvoering">Uitvoering</option>
              </Keuzelijst>
            </div>
            <Vinkje soort="checkbox" label="Dit is het hoofdcontact" {...register(`${pad}.hoofdcontact`)} />
            {fields.length > 1 ? (
              <Knop
                soort="subtle"
                onClick={() => {
                  remove(nummer);
                  requestAnimationFrame(() => document.getElementById(veldId('contactpersonen'))?.focus());
                }}
              >
                Haal contactpersoon {nummer + 1} weg
              </Knop>
            ) : null}
          </fieldset>
        );
      })}
      <div className="knoppen">
        <Knop
          id={veldId('contactpersonen')}
          onClick={() => append({ naam: '', email: '', niveau: 'beleid', hoofdcontact: false })}
        >
          Nog een contactpersoon
        </Knop>
        <Knop type="submit" soort="primary-action" bezig={voegToe.isPending}>
          Gemeente toevoegen
        </Knop>
      </div>
      {voegToe.error && fouten.length === 0 ? <FoutMelding fout={voegToe.error} /> : null}
    </form>
  );
}
