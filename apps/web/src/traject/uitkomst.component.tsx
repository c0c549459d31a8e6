import { useState, type ReactElement } from 'react';
import { UITKOMSTKLASSEN } from '@maatwerktraject/domain';
import { opdracht, useOpdracht } from '../api/opdrachten.js';
import type { Fout, Traject, Uitkomstklasse } from '../api/types.js';
import { Formulier } from '../ui/formulier.component.js';
import { useFormulierFouten } from '../ui/formulier.hook.js';
import { Knop } from '../ui/knop.component.js';
import { FoutMelding, Melding } from '../ui/melding.component.js';
import { beschrijving, Groep, VeldRand, veldId, Vinkje } from '../ui/velden.component.js';
import { UITKOMST_NAAM, UITKOMST_UITLEG } from '../ui/woorden.js';

/** One class for the whole traject: the highest that its evidence supports. */
export function UitkomstFormulier({ traject }: { traject: Traject }): ReactElement {
  const [klasse, setKlasse] = useState<Uitkomstklasse | null>(traject.uitkomst?.klasse ?? null);
  const [toelichting, setToelichting] = useState(traject.uitkomst?.toelichting ?? '');
  const { fouten, poging, foutBij, zetFouten, vanServer } = useFormulierFouten();
  const legVast = useOpdracht(opdracht.legUitkomstVast(traject.id));
  function verstuur(): void {
    const eigen: Fout[] = [];
    if (!klasse) eigen.push({ pad: 'klasse', zin: 'Kies een uitkomst.' });
    if (toelichting.trim() === '')
      eigen.push({ pad: 'toelichting', zin: 'Leg uit waarop u deze uitkomst baseert.' });
    zetFouten(eigen);
    if (klasse && eigen.length === 0 && !legVast.isPending)
      legVast.mutate({ klasse, toelichting }, { onError: vanServer });
  }
  return (
    <Formulier verstuur={verstuur} fouten={fouten} poging={poging}>
      <Groep
        pad="klasse"
        legenda="Wat is er veranderd?"
        hulp="Kies de hoogste uitkomst waarvoor bewijs is."
        fout={foutBij('klasse')}
      >
        {UITKOMSTKLASSEN.map((een, nummer) => (
          <Vinkje
            key={een}
            soort="radio"
            name="klasse"
            id={nummer === 0 ? veldId('klasse') : `${veldId('klasse')}-${een}`}
            checked={klasse === een}
            onChange={() => setKlasse(een)}
            label={
              <>
                <strong>{UITKOMST_NAAM[een]}</strong>. {UITKOMST_UITLEG[een]}
              </>
            }
          />
        ))}
      </Groep>
      <VeldRand pad="toelichting" label="Waarop baseert u dit?" fout={foutBij('toelichting')}>
        <textarea
          id={veldId('toelichting')}
          rows={4}
          className="utrecht-textarea utrecht-textarea--html-textarea"
          value={toelichting}
          aria-invalid={foutBij('toelichting') ? true : undefined}
          aria-describedby={beschrijving('toelichting', undefined, foutBij('toelichting'))}
          onChange={({ target }) => setToelichting(target.value)}
        />
      </VeldRand>
      {legVast.error && fouten.length === 0 ? <FoutMelding fout={legVast.error} /> : null}
      <div role="status">
        {legVast.isSuccess ? <Melding soort="ok">De uitkomst is vastgelegd.</Melding> : null}
      </div>
      <Knop type="submit" bezig={legVast.isPending}>
        {traject.uitkomst ? 'Wijzig de uitkomst' : 'Leg de uitkomst vast'}
      </Knop>
    </Formulier>
  );
}
