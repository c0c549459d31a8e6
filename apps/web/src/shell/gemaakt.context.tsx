import { useRouter } from '@tanstack/react-router';
import { createContext, useContext, useEffect, useState, type ReactElement, type ReactNode } from 'react';
import { Melding } from '../ui/melding.component.js';

type MeldOp = (pad: string, zin: string) => void;

const GemaaktContext = createContext<MeldOp | null>(null);

/** Says on the page that one goes to next (`pad`) what was just done. Call it before going there. */
export function useMeldOp(): MeldOp {
  const meldOp = useContext(GemaaktContext);
  if (!meldOp) throw new Error('useMeldOp outside GemaaktMelding');
  return meldOp;
}

interface GemaaktMeldingProps {
  children: ReactNode;
}

/**
 * Holds that sentence, until somebody leaves the page. It stands outside the page, in a region that is there already: a
 * screen reader reads out what changes in it, and not what comes together with its page.
 */
export function GemaaktMelding({ children }: GemaaktMeldingProps): ReactElement {
  const router = useRouter();
  const [gemaakt, setGemaakt] = useState<{ pad: string; zin: string; getoond: boolean } | null>(null);
  useEffect(
    () =>
      router.subscribe('onResolved', ({ toLocation: { pathname } }) =>
        setGemaakt((oud) => (oud?.pad === pathname ? { ...oud, getoond: true } : null)),
      ),
    [router],
  );
  return (
    <GemaaktContext value={(pad, zin) => setGemaakt({ pad, zin, getoond: false })}>
      <div role="status">
        {gemaakt?.getoond ? (
          <Melding soort="ok">
            <p>{gemaakt.zin}</p>
          </Melding>
        ) : null}
      </div>
      {children}
    </GemaaktContext>
  );
}
