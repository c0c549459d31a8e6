import type { InputHTMLAttributes, ReactElement, ReactNode, SelectHTMLAttributes } from 'react';

export const veldId = (pad: string): string => `veld-${pad}`;

interface VeldRandProps {
  pad: string;
  label: ReactNode;
  hulp?: ReactNode;
  fout?: string | undefined;
  optioneel?: boolean;
  children: ReactNode;
}

/** The IDs of the help and the fault of a field, for `aria-describedby`. */
export function beschrijving(pad: string, hulp: unknown, fout: string | undefined): string | undefined {
  const ids = [hulp ? `${veldId(pad)}-hulp` : '', fout ? `${veldId(pad)}-fout` : ''].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}

export function VeldFout({ pad, fout }: { pad: string; fout: string | undefined }): ReactElement | null {
  if (!fout) return null;
  return (
    <p id={`${veldId(pad)}-fout`} className="utrecht-form-field-error-message">
      <span className="visueel-verborgen">Fout: </span>
      {fout}
    </p>
  );
}

export function VeldRand({
  pad,
  label,
  hulp,
  fout,
  optioneel = false,
  children,
}: VeldRandProps): ReactElement {
  return (
    <div className={`utrecht-form-field veld${fout ? ' utrecht-form-field--invalid' : ''}`}>
      <label className="utrecht-form-label" htmlFor={veldId(pad)}>
        {label}
        {optioneel ? <span className="veld__optioneel"> (hoeft niet)</span> : null}
      </label>
      {hulp ? (
        <p id={`${veldId(pad)}-hulp`} className="utrecht-form-field-description">
          {hulp}
        </p>
      ) : null}
      <VeldFout pad={pad} fout={fout} />
      {children}
    </div>
  );
}

type Rand = Omit<VeldRandProps, 'children'>;

export function Tekstveld({
  pad,
  label,
  hulp,
  fout,
  optioneel,
  ...rest
}: Rand & InputHTMLAttributes<HTMLInputElement> & { ref?: React.Ref<HTMLInputElement> }): ReactElement {
  return (
    <VeldRand {...{ pad, label, hulp, fout, ...(optioneel ? { optioneel } : {}) }}>
      <input
        type="text"
        {...rest}
        id={veldId(pad)}
        className={`utrecht-textbox utrecht-textbox--html-input${fout ? ' utrecht-textbox--invalid' : ''}`}
        aria-invalid={fout ? true : undefined}
        aria-describedby={beschrijving(pad, hulp, fout)}
      />
    </VeldRand>
  );
}

export function Keuzelijst({
  pad,
  label,
  hulp,
  fout,
  optioneel,
  children,
  ...rest
}: Rand & SelectHTMLAttributes<HTMLSelectElement> & { ref?: React.Ref<HTMLSelectElement> }): ReactElement {
  return (
    <VeldRand {...{ pad, label, hulp, fout, ...(optioneel ? { optioneel } : {}) }}>
      <select
        {...rest}
        id={veldId(pad)}
        className={`utrecht-select utrecht-select--html-select${fout ? ' utrecht-select--invalid' : ''}`}
        aria-invalid={fout ? true : undefined}
        aria-describedby={beschrijving(pad, hulp, fout)}
      >
        {children}
      </select>
    </VeldRand>
  );
}

interface GroepProps {
  pad: string;
  legenda: ReactNode;
  hulp?: ReactNode;
  fout?: string | undefined;
  children: ReactNode;
}

/** A fieldset of radio buttons or checkboxes. The first of them carries the ID that a fault links to. */
export function Groep({ pad, legenda, hulp, fout, children }: GroepProps): ReactElement {
  return (
    <fieldset
      className={`groep veld${fout ? ' groep--fout' : ''}`}
      aria-describedby={beschrijving(pad, hulp, fout)}
    >
      <legend className="utrecht-form-label groep__legenda">{legenda}</legend>
      {hulp ? (
        <p id={`${veldId(pad)}-hulp`} className="utrecht-form-field-description">
          {hulp}
        </p>
      ) : null}
      <VeldFout pad={pad} fout={fout} />
      {children}
    </fieldset>
  );
}

interface VinkjeProps extends InputHTMLAttributes<HTMLInputElement> {
  soort: 'radio' | 'checkbox';
  label: ReactNode;
  ref?: React.Ref<HTMLInputElement>;
}

export function Vinkje({ soort, label, ...rest }: VinkjeProps): ReactElement {
  return (
    <label className="vinkje">
      <input {...rest} type={soort} className="vinkje__invoer" />
      <span>{label}</span>
    </label>
  );
}
