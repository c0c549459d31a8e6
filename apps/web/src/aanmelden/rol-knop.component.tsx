import { useMutation } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { Rol } from '../api/types.js';
import { Knop } from '../ui/knop.component.js';
import { FoutMelding } from '../ui/melding.component.js';
import { ROL_NAAM } from '../ui/woorden.js';
import { useAanmelding } from './aanmelding.context.js';

/** Goes on in another role. */
export function RolKnop({ rol, na }: { rol: Rol; na?: () => void }): ReactElement {
  const { kiesRol } = useAanmelding();
  const kies = useMutation({ mutationFn: () => kiesRol(rol), onSuccess: () => na?.() });
  return (
    <>
      <Knop bezig={kies.isPending} onClick={() => kies.mutate()}>
        Verder als {ROL_NAAM[rol]}
      </Knop>
      {kies.error ? <FoutMelding fout={kies.error} /> : null}
    </>
  );
}
