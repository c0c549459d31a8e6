import { useState } from 'react';
import { foutenVan } from '../api/fout.js';
import type { Fout } from '../api/types.js';

export interface FormulierFouten {
  readonly fouten: readonly Fout[];
  /** Another object at each refusal, for the focus of the summary. */
  readonly poging: unknown;
  readonly foutBij: (pad: string) => string | undefined;
  readonly zetFouten: (fouten: readonly Fout[]) => void;
  readonly vanServer: (fout: unknown) => void;
}

/** The faults of a form, from its own check or from the API: both name the field with the same path. */
export function useFormulierFouten(): FormulierFouten {
  const [stand, setStand] = useState<{ fouten: readonly Fout[] }>({ fouten: [] });
  return {
    fouten: stand.fouten,
    poging: stand,
    foutBij: (pad) => stand.fouten.find((fout) => fout.pad === pad)?.zin,
    zetFouten: (fouten) => setStand({ fouten }),
    vanServer: (fout) => setStand({ fouten: foutenVan(fout) }),
  };
}
