import type { ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useOpdracht } from '../api/opdrachten.js';
import type { Groepssessie } from '../api/types.js';
import { Formulier } from '../ui/formulier.component.js';
import { useFormulierFouten } from '../ui/formulier.hook.js';
import { Knop } from '../ui/knop.component.js';
import { Keuzelijst, Tekstveld } from '../ui/velden.component.js';
import { VersieFout } from '../ui/versie-fout.component.js';
import {
  alsGelegenheid,
  foutenInSessie,
  type SessieGelegenheid,
  type SessieInvoer,
} from './groepssessie.view-model.js';

interface SessieFormulierProps {
  /** Before the names of the fields: several of these forms may be on one page. */
  naam: string;
  begin: SessieInvoer;
  knop: string;
  stuur: (gelegenheid: SessieGelegenheid, kenmerk: string) => Promise<Groepssessie>;
  na: (sessie: Groepssessie) => void;
}

const HERINNERINGEN = [1, 2, 5, 10];

/** What, when and where; for a new session and for a change of one. */
export function SessieFormulier({ naam, begin, knop, stuur, na }: SessieFormulierProps): ReactElement {
  const { fouten, poging, zetFouten, foutBij, vanServer } = useFormulierFouten();
  const { register, handleSubmit } = useForm<SessieInvoer>({ defaultValues: begin });
  const opdracht = useOpdracht(stuur, na);
  const pad = (veld: string): string => `${naam}.${veld}`;
  const fout = (veld: string): string | undefined => foutBij(pad(veld)) ?? foutBij(veld);
  const verstuur = handleSubmit((invoer) => {
    const eigen = foutenInSessie(invoer).map(({ pad: veld, zin }) => ({ pad: pad(veld), zin }));
    zetFouten(eigen);
    if (eigen.length > 0 || opdracht.isPending) return;
    opdracht.mutate(alsGelegenheid(invoer), { onError: vanServer });
  });
  return (
    <Formulier verstuur={() => void verstuur()} fouten={fouten} poging={poging}>
      <Tekstveld
        pad={pad('onderwerp')}
        label="Onderwerp"
        fout={fout('onderwerp')}
        {...register('onderwerp')}
      />
      <Tekstveld
        type="date"
        pad={pad('dag')}
        label="Dag"
        fout={fout('dag') ?? fout('begintOp')}
        {...register('dag')}
      />
      <Tekstveld type="time" pad={pad('van')} label="Begint om" fout={fout('van')} {...register('van')} />
      <Tekstveld
        type="time"
        pad={pad('tot')}
        label="Eindigt om"
        fout={fout('tot') ?? fout('eindigtOp')}
        {...register('tot')}
      />
      <Tekstveld
        pad={pad('plaats')}
        label="Plaats"
        hulp="Gebouw, zaal en adres. Laat leeg als de sessie online is."
        fout={fout('plaats')}
        {...register('plaats')}
      />
      <Tekstveld
        type="url"
        pad={pad('link')}
        label="Adres om online mee te doen"
        optioneel
        fout={fout('link')}
        {...register('link')}
      />
      <Keuzelijst
        pad={pad('herinnering')}
        label="Herinnering per mail"
        fout={fout('herinneringWerkdagen')}
        {...register('herinnering')}
      >
        <option value="">Geen herinnering</option>
        {HERINNERINGEN.map((aantal) => (
          <option key={aantal} value={aantal}>
            {aantal} {aantal === 1 ? 'werkdag' : 'werkdagen'} vooraf
          </option>
        ))}
      </Keuzelijst>
      {opdracht.error && fouten.length === 0 ? (
        <VersieFout
          fout={opdracht.error}
          wat="deze groepssessie"
          sleutel="cohorten"
          na={() => opdracht.reset()}
        />
      ) : null}
      <Knop type="submit" soort="primary-action" bezig={opdracht.isPending}>
        {knop}
      </Knop>
    </Formulier>
  );
}
