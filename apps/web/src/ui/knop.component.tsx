import type { ButtonHTMLAttributes, ReactElement } from 'react';

interface KnopProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  soort?: 'primary-action' | 'secondary-action' | 'subtle';
  /** While true a click does nothing; the button stays focusable, so that the keyboard does not lose its place. */
  bezig?: boolean;
}

export function Knop({
  soort = 'secondary-action',
  bezig = false,
  onClick,
  children,
  ...rest
}: KnopProps): ReactElement {
  return (
    <button
      type="button"
      {...rest}
      className={`utrecht-button utrecht-button--${soort}`}
      aria-disabled={bezig || undefined}
      onClick={(event) => {
        if (bezig) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {bezig ? 'Een moment…' : children}
    </button>
  );
}
