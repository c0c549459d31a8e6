import { useState, type ReactElement, type ReactNode } from 'react';
import type { UseMutationResult } from '@tanstack/react-query';
import type { Uitgevoerd } from '../api/types.js';
import { Formulier } from './formulier.component.js';
import { useFormulierFouten } from './formulier.hook.js';
import { Knop } from './knop.component.js';
import { FoutMelding } from './melding.component.js';
import { beschrijving, VeldRand, veldId } from './velden.component.js';

interface MetRedenProps<I> {
  /** Makes the fields of this form other ones than those of the forms beside it. */
  naam: string;
  titel: string;
  /** What it brings. */
  uitleg: ReactNode;
  vraag: string;
  /** What is said when nothing was filled in. */
  leeg: string;
  knop: string;
  opdracht: UseMutationResult<Uitgevoerd, Error, I>;
  invoer: (toelichting: string) => I;
  /** Other fields of the form, above the reason. */
  children?: ReactNode;
}

/** Something that is done with a reason: folded away until somebody wants it. */
export function MetReden<I>(props: MetRedenProps<I>): ReactElement {
  const { naam, titel, uitleg, vraag, leeg, knop, opdracht, invoer, children } = props;
  const [toelichting, setToelichting] = useState('');
  const { fouten, poging, foutBij, zetFouten, vanServer } = useFormulierFouten();
  const pad = `${naam}.toelichting`;
  const fout = foutBij(pad) ?? foutBij('toelichting');
  function verstuur(): void {
    const eigen = toelichting.trim() === '' ? [{ pad, zin: leeg }] : [];
    zetFouten(eigen);
    if (eigen.length === 0 && !opdracht.isPending)
      opdracht.mutate(invoer(toelichting), { onError: vanServer });
  }
  return (
    <details className="uitklap">
      <summary>{titel}</summary>
      <p className="utrecht-paragraph">{uitleg}</p>
      <Formulier verstuur={verstuur} fouten={fouten} poging={poging}>
        {children}
        <VeldRand pad={pad} label={vraag} fout={fout}>
          <textarea
            id={veldId(pad)}
            rows={3}
            className="utrecht-textarea utrecht-textarea--html-textarea"
            value={toelichting}
            aria-invalid={fout ? true : undefined}
            aria-describedby={beschrijving(pad, undefined, fout)}
            onChange={({ target }) => setToelichting(target.value)}
          />
        </VeldRand>
        {opdracht.error && fouten.length === 0 ? <FoutMelding fout={opdracht.error} /> : null}
        <Knop type="submit" bezig={opdracht.isPending}>
          {knop}
        </Knop>
      </Formulier>
    </details>
  );
}
