import { useRef, useState, type RefObject } from 'react';

/** What was done last, as a sentence next to a heading. */
export interface Gemeld {
  readonly kop: RefObject<HTMLHeadingElement | null>;
  readonly zin: string;
  /** What was pressed goes away; the focus goes to the heading, so that it stays near. */
  readonly meld: (zin: string) => void;
  /** What was said is no longer the last thing that was tried. */
  readonly wis: () => void;
}

export function useGemeld(): Gemeld {
  const kop = useRef<HTMLHeadingElement>(null);
  const [zin, setZin] = useState('');
  return {
    kop,
    zin,
    meld: (nieuw) => {
      setZin(nieuw);
      kop.current?.focus();
    },
    wis: () => setZin(''),
  };
}
