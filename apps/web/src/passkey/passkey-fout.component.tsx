import type { ReactElement } from 'react';
import { FoutMelding, Melding } from '../ui/melding.component.js';
import { ApparaatFout } from './apparaat.js';

/** What went wrong, whether the device or the API said so. */
export function PasskeyFout({ fout }: { fout: unknown }): ReactElement {
  if (!(fout instanceof ApparaatFout)) return <FoutMelding fout={fout} />;
  return (
    <Melding soort="error" rol="alert">
      <p>{fout.zin}</p>
    </Melding>
  );
}
