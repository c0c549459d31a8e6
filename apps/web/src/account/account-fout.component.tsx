import type { ReactElement } from 'react';
import { VersieFout } from '../ui/versie-fout.component.js';

/** A refused change of an account. */
export function AccountFout({ fout, na }: { fout: unknown; na: () => void }): ReactElement {
  return <VersieFout fout={fout} wat="dit account" sleutel="accounts" na={na} />;
}
