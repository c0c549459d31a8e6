import { useMutation } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { api, inhoud } from '../api/client.js';
import { bewaarAls } from '../ui/bewaar-als.js';
import { Knop } from '../ui/knop.component.js';
import { FoutMelding, Melding } from '../ui/melding.component.js';
import { bestandsnaamUit } from './bestandsnaam.js';

export function Download({ cohortId }: { cohortId: string }): ReactElement {
  const haal = useMutation({
    mutationFn: async () => {
      const antwoord = await api.GET('/cohorten/{cohortId}/export', {
        params: { path: { cohortId } },
        parseAs: 'blob',
      });
      const zip = await inhoud(Promise.resolve(antwoord));
      return { zip, naam: bestandsnaamUit(antwoord.response.headers.get('Content-Disposition')) };
    },
    onSuccess: ({ zip, naam }) => bewaarAls(zip, naam),
  });
  return (
    <section aria-labelledby="export">
      <h2 id="export" className="utrecht-heading-2">
        Export
      </h2>
      <p className="utrecht-paragraph">
        Een zip-bestand met een CSV-bestand per tabel: trajecten, stappen, taken, berichten, check-ins en
        uitkomsten. Het codeboek legt elke kolom uit. Met datapackage.json leest uw statistiekprogramma alles
        in één keer in.
      </p>
      <Knop soort="primary-action" bezig={haal.isPending} onClick={() => haal.mutate()}>
        Download de export
      </Knop>
      {haal.error ? <FoutMelding fout={haal.error} opnieuw={() => haal.mutate()} /> : null}
      <div role="status">
        {haal.isSuccess ? <Melding soort="ok">De export is gedownload.</Melding> : null}
      </div>
    </section>
  );
}
