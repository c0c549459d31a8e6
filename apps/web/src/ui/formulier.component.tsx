import type { ReactElement, ReactNode } from 'react';
import { FoutOverzicht, type FoutOverzichtProps } from './fout-overzicht.component.js';

interface FormulierProps extends FoutOverzichtProps {
  verstuur: () => void;
  children: ReactNode;
}

/** A form that says itself what is wrong, above its fields, instead of the browser. */
export function Formulier({ verstuur, fouten, poging, children }: FormulierProps): ReactElement {
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        verstuur();
      }}
    >
      <FoutOverzicht fouten={fouten} poging={poging} />
      {children}
    </form>
  );
}
