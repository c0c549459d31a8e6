import type { ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { isDatum, UITVOERDERS } from '@maatwerktraject/domain';
import { useOpdracht } from '../api/opdrachten.js';
import { verandering } from '../api/verandering.opdrachten.js';
import type { Fout, Traject, Uitvoerder } from '../api/types.js';
import { dagVan } from '../ui/datum.js';
import { Formulier } from '../ui/formulier.component.js';
import { useFormulierFouten } from '../ui/formulier.hook.js';
import { Knop } from '../ui/knop.component.js';
import { FoutMelding } from '../ui/melding.component.js';
import { Keuzelijst, Tekstveld, VeldRand, veldId } from '../ui/velden.component.js';
import { UITVOERDER_NAAM } from '../ui/woorden.js';

interface Invoer {
  titel: string;
  uitleg: string;
  minuten: string;
  uitvoerder: Uitvoerder;
  opentOp: string;
  vervaltOp: string;
}

function controleer({ titel, uitleg, minuten, opentOp, vervaltOp }: Invoer): Fout[] {
  return [
    ...(titel.trim() === '' ? [{ pad: 'titel', zin: 'Geef de taak een naam.' }] : []),
    ...(uitleg.trim() === '' ? [{ pad: 'uitleg', zin: 'Leg uit wat u vraagt en waarom.' }] : []),
    ...(/^\d+$/.test(minuten) ? [] : [{ pad: 'minuten', zin: 'Vul in hoeveel minuten dit ongeveer kost.' }]),
    ...(isDatum(opentOp) ? [] : [{ pad: 'opentOp', zin: 'Kies de dag waarop de taak opengaat.' }]),
    ...(isDatum(vervaltOp) ? [] : [{ pad: 'vervaltOp', zin: 'Kies de dag waarop de taak klaar moet zijn.' }]),
  ];
}

/** Something that this gemeente alone is asked to do, in the stap that runs. */
export function ExtraTaakFormulier({
  traject,
  meld,
}: {
  traject: Traject;
  meld: (zin: string) => void;
}): ReactElement {
  const { fouten, poging, foutBij, zetFouten, vanServer } = useFormulierFouten();
  const { register, handleSubmit, reset } = useForm<Invoer>({
    defaultValues: {
      titel: '',
      uitleg: '',
      minuten: '30',
      uitvoerder: 'hoofdcontact',
      opentOp: dagVan(traject.nu),
      vervaltOp: '',
    },
  });
  const voegToe = useOpdracht(verandering.voegTaakToe(traject.id), () => {
    reset();
    meld('De extra taak is toegevoegd.');
  });
  const verstuur = handleSubmit((invoer) => {
    const eigen = controleer(invoer);
    zetFouten(eigen);
    if (eigen.length > 0 || voegToe.isPending) return;
    voegToe.mutate({ ...invoer, minuten: Number(invoer.minuten) }, { onError: vanServer });
  });
  const veld = (pad: keyof Invoer) => ({ pad, fout: foutBij(pad), ...register(pad) });
  return (
    <details className="uitklap">
      <summary>Voeg een extra taak toe</summary>
      <Formulier verstuur={() => void verstuur()} fouten={fouten} poging={poging}>
        <Tekstveld label="Hoe heet de taak?" {...veld('titel')} />
        <VeldRand pad="uitleg" label="Wat vraagt u, en waarom?" fout={foutBij('uitleg')}>
          <textarea
            id={veldId('uitleg')}
            rows={4}
            className="utrecht-textarea utrecht-textarea--html-textarea"
            aria-invalid={foutBij('uitleg') ? true : undefined}
            {...register('uitleg')}
          />
        </VeldRand>
        <Tekstveld label="Hoeveel minuten kost dit ongeveer?" inputMode="numeric" {...veld('minuten')} />
        <Keuzelijst label="Voor wie is de taak?" {...veld('uitvoerder')}>
          {UITVOERDERS.map((een) => (
            <option key={een} value={een}>
              {UITVOERDER_NAAM[een]}
            </option>
          ))}
        </Keuzelijst>
        <Tekstveld type="date" label="Open vanaf" {...veld('opentOp')} />
        <Tekstveld type="date" label="Klaar op" {...veld('vervaltOp')} />
        {voegToe.error && fouten.length === 0 ? <FoutMelding fout={voegToe.error} /> : null}
        <Knop type="submit" bezig={voegToe.isPending}>
          Voeg de taak toe
        </Knop>
      </Formulier>
    </details>
  );
}
