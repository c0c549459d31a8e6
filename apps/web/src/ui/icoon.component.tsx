import type { ReactElement } from 'react';

const PADEN = {
  klaar: 'M3 8.5l3.5 3.5L13 4.5',
  bezig: 'M8 3.5v4.5l3 2M8 1.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13',
  wacht: 'M5.5 4v8M10.5 4v8',
  later: 'M8 5.5a2.5 2.5 0 1 0 0 5a2.5 2.5 0 1 0 0-5',
  telaat: 'M8 2L15 14H1zM8 6.5v3.5M8 11.8v.4',
  info: 'M8 7v5M8 4.2v.4M8 1.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13',
} as const;
export type IcoonNaam = keyof typeof PADEN;

/** A drawing beside words that say the same: hidden from screen readers. */
export function Icoon({ naam }: { naam: IcoonNaam }): ReactElement {
  return (
    <svg className="icoon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <path
        d={PADEN[naam]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.8"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
