import type { ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { isDatum } from '@maatwerktraject/domain';
import { opdracht, useOpdracht } from '../api/opdrachten.js';
import type { CheckIn, Traject } from '../api/types.js';
import { dagKort, dagVan } from '../ui/datum.js';
import { FoutOverzicht } from '../ui/fout-overzicht.component.js';
import { useFormulierFouten } from '../ui/formulier.hook.js';
import { Knop } from '../ui/knop.component.js';
import { FoutMelding } from '../ui/melding.component.js';
import { Groep, Tekstveld, VeldRand, veldId, Vinkje } from '../ui/velden.component.js';

interface Invoer {
  gehouden: 'ja' | 'nee';
  datum: string;
  verslag: string;
}

interface CheckInFormulierProps {
  traject: Traject;
  checkIn: CheckIn;
  na: () => void;
}

/** Puts one conversation on record: whether it was held, when, and what was said. */
export function CheckInFormulier({ traject, checkIn, na }: CheckInFormulierProps): ReactElement {
  const { fouten, poging, foutBij, zetFouten, vanServer } = useFormulierFouten();
  const legVast = useOpdracht(opdracht.legCheckInVast(traject.id, checkIn.sleutel), na);
  const { register, handleSubmit } = useForm<Invoer>({
    defaultValues: { gehouden: 'ja', datum: dagVan(traject.nu), verslag: '' },
  });
  // Several of these forms may be open on one page.
  const pad = (naam: string): string => `${checkIn.sleutel}.${naam}`;
  const verstuur = handleSubmit(({ gehouden, datum, verslag }) => {
    const eigen = isDatum(datum) ? [] : [{ pad: pad('datum'), zin: 'Kies de dag van het gesprek.' }];
    zetFouten(eigen);
    if (eigen.length > 0 || legVast.isPending) return;
    legVast.mutate({ gehouden: gehouden === 'ja', datum, verslag }, { onError: vanServer });
  });
  return (
    <details className="uitklap">
      <summary>
        {checkIn.titel} vastleggen (week van {dagKort(checkIn.weekVan)})
      </summary>
      <form noValidate onSubmit={verstuur}>
        <FoutOverzicht fouten={fouten} poging={poging} />
        <Groep pad={pad('gehouden')} legenda="Is het gesprek gehouden?">
          <Vinkje soort="radio" label="Ja" value="ja" {...register('gehouden')} />
          <Vinkje soort="radio" label="Nee" value="nee" {...register('gehouden')} />
        </Groep>
        <Tekstveld
          type="date"
          pad={pad('datum')}
          label="Op welke dag?"
          hulp="Is het niet doorgegaan? Vul dan in op welke dag het zou zijn."
          fout={foutBij(pad('datum')) ?? foutBij('datum')}
          {...register('datum')}
        />
        <VeldRand pad={pad('verslag')} label="Wat is er besproken of afgesproken?" optioneel>
          <textarea
            id={veldId(pad('verslag'))}
            rows={4}
            className="utrecht-textarea utrecht-textarea--html-textarea"
            {...register('verslag')}
          />
        </VeldRand>
        {legVast.error && fouten.length === 0 ? <FoutMelding fout={legVast.error} /> : null}
        <Knop type="submit" bezig={legVast.isPending}>
          Leg het {checkIn.titel.toLowerCase()} vast
        </Knop>
      </form>
    </details>
  );
}
