import { useMutation } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { opdracht } from '../api/opdrachten.js';
import type { LinkGevraagd } from '../api/types.js';
import { FoutOverzicht } from '../ui/fout-overzicht.component.js';
import { useFormulierFouten } from '../ui/formulier.hook.js';
import { Knop } from '../ui/knop.component.js';
import { FoutMelding } from '../ui/melding.component.js';
import { Tekstveld } from '../ui/velden.component.js';
import { onthoudNaar } from './naar.js';
import { emailFout } from './email.view-model.js';

/** A link that was asked for: to which address, and what the API answered. */
export interface Gevraagd extends LinkGevraagd {
  readonly email: string;
}

interface MailFormulierProps {
  naar: string;
  na: (gevraagd: Gevraagd) => void;
}

/** Asks for a link by mail. */
export function MailFormulier({ naar, na }: MailFormulierProps): ReactElement {
  const [email, setEmail] = useState('');
  const { fouten, poging, foutBij, zetFouten, vanServer } = useFormulierFouten();
  const vraag = useMutation({
    mutationFn: (adres: string) => opdracht.vraagAanmeldlink({ email: adres, naar }),
    onSuccess: (antwoord, adres) => {
      onthoudNaar(naar);
      na({ ...antwoord, email: adres });
    },
    onError: vanServer,
  });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const adres = email.trim();
        const fout = emailFout(adres);
        zetFouten(fout === null ? [] : [{ pad: 'email', zin: fout }]);
        if (fout === null && !vraag.isPending) vraag.mutate(adres);
      }}
    >
      <FoutOverzicht fouten={fouten} poging={poging} />
      <Tekstveld
        type="email"
        pad="email"
        label="Uw e-mailadres"
        hulp="Het adres waarop u mail over het traject krijgt."
        autoComplete="email"
        value={email}
        fout={foutBij('email')}
        onChange={({ target }) => setEmail(target.value)}
      />
      {vraag.error && fouten.length === 0 ? <FoutMelding fout={vraag.error} /> : null}
      <Knop type="submit" soort="primary-action" bezig={vraag.isPending}>
        Stuur mij een link
      </Knop>
    </form>
  );
}
