import type { ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { useOpdracht } from '../api/opdrachten.js';
import type { Aanwezigheid as Stand, Groepssessie } from '../api/types.js';
import { Knop } from '../ui/knop.component.js';
import { Groep, VeldRand, veldId, Vinkje } from '../ui/velden.component.js';
import { VersieFout } from '../ui/versie-fout.component.js';
import { sessieOpdracht } from './groepssessie.opdrachten.js';
import { wieIs } from './groepssessie.view-model.js';

interface Invoer {
  aanwezig: Record<string, Stand>;
  verslag: string;
}

const KEUZES: readonly (readonly [Stand, string])[] = [
  ['aanwezig', 'Aanwezig'],
  ['afwezig', 'Afwezig'],
  ['onbekend', 'Weet ik niet'],
];

/** Who was there, and what was said. */
export function Aanwezigheid({
  sessie,
  na,
}: {
  sessie: Groepssessie;
  na: (sessie: Groepssessie) => void;
}): ReactElement {
  const legVast = useOpdracht(sessieOpdracht.legVast(sessie), na);
  const { register, handleSubmit } = useForm<Invoer>({
    defaultValues: {
      aanwezig: Object.fromEntries(sessie.genodigden.map(({ id, aanwezig }) => [id, aanwezig])),
      verslag: sessie.verslag ?? '',
    },
  });
  const pad = (deel: string): string => `${sessie.id}.${deel}`;
  const verstuur = handleSubmit(({ aanwezig, verslag }) => {
    if (legVast.isPending) return;
    const aanwezigen = sessie.genodigden.map(({ id }) => ({
      genodigdeId: id,
      aanwezig: aanwezig[id] ?? ('onbekend' as const),
    }));
    legVast.mutate({ aanwezigen, verslag });
  });
  return (
    <form noValidate onSubmit={(event) => void verstuur(event)}>
      {sessie.genodigden.map((een) => (
        <Groep key={een.id} pad={pad(een.id)} legenda={wieIs(een)}>
          {KEUZES.map(([waarde, label]) => (
            <Vinkje
              key={waarde}
              soort="radio"
              label={label}
              value={waarde}
              {...register(`aanwezig.${een.id}`)}
            />
          ))}
        </Groep>
      ))}
      <VeldRand pad={pad('verslag')} label="Wat is er besproken of afgesproken?" optioneel>
        <textarea
          id={veldId(pad('verslag'))}
          rows={4}
          className="utrecht-textarea utrecht-textarea--html-textarea"
          {...register('verslag')}
        />
      </VeldRand>
      {legVast.error ? (
        <VersieFout
          fout={legVast.error}
          wat="deze groepssessie"
          sleutel="cohorten"
          na={() => legVast.reset()}
        />
      ) : null}
      <Knop type="submit" soort="primary-action" bezig={legVast.isPending}>
        Leg de aanwezigheid vast
      </Knop>
    </form>
  );
}
