import { useState, type ReactElement } from 'react';
import { opdracht, useOpdracht } from '../api/opdrachten.js';
import { Formulier } from '../ui/formulier.component.js';
import { useFormulierFouten } from '../ui/formulier.hook.js';
import { Knop } from '../ui/knop.component.js';
import { FoutMelding } from '../ui/melding.component.js';
import { Tekstveld } from '../ui/velden.component.js';

interface EigenNaamProps {
  naam: string;
  /** Whether mails of a cohort name him as adviseur: that name is another one. */
  inMail: boolean;
  begin: () => void;
  na: (naam: string) => void;
}

/** Corrects one's own name, also with the trajecten. */
export function EigenNaam({ naam, inMail, begin, na }: EigenNaamProps): ReactElement {
  const [getypt, setGetypt] = useState<string | null>(null);
  const { fouten, poging, foutBij, zetFouten, vanServer } = useFormulierFouten();
  const wijzig = useOpdracht(
    async (nieuw: string) => {
      await opdracht.wijzigMijnNaam(nieuw);
      return nieuw;
    },
    (nieuw) => {
      setGetypt(null);
      na(nieuw);
    },
  );
  const tekst = getypt ?? naam;
  function verstuur(): void {
    begin();
    const eigen = tekst.trim() === '' ? [{ pad: 'naam', zin: 'Vul uw naam in.' }] : [];
    zetFouten(eigen);
    if (eigen.length === 0 && !wijzig.isPending) wijzig.mutate(tekst.trim(), { onError: vanServer });
  }
  return (
    <Formulier verstuur={verstuur} fouten={fouten} poging={poging}>
      <Tekstveld
        pad="naam"
        label="Uw naam"
        hulp={
          inMail
            ? 'Zo heet u voor anderen op deze website. De mails van een cohort noemen u zoals bij dat cohort staat.'
            : 'Zo heet u voor anderen op deze website, ook bij uw trajecten.'
        }
        autoComplete="name"
        value={tekst}
        fout={foutBij('naam')}
        onChange={({ target }) => setGetypt(target.value)}
      />
      {wijzig.error && fouten.length === 0 ? <FoutMelding fout={wijzig.error} /> : null}
      <Knop type="submit" bezig={wijzig.isPending}>
        Wijzig mijn naam
      </Knop>
    </Formulier>
  );
}
