import { useEffect, useId, useRef, useState, type ReactElement, type ReactNode } from 'react';

/** Whether a box is narrower than what is in it, and whether there is more of that to the right. */
interface Breedte {
  readonly breder: boolean;
  readonly meer: boolean;
}

/** The widths as they are now; the same object as before where nothing changed. */
const meet =
  ({ scrollWidth, clientWidth, scrollLeft }: HTMLElement) =>
  (oud: Breedte): Breedte => {
    // Widths are rounded to whole pixels, each in its own direction.
    const breder = scrollWidth > clientWidth + 1;
    const meer = breder && scrollLeft + clientWidth < scrollWidth - 1;
    return oud.breder === breder && oud.meer === meer ? oud : { breder, meer };
  };

interface RandProps {
  naam: string;
  soort?: 'bord';
  children: ReactNode;
}

/**
 * The box around a table: it scrolls in there, with the keyboard as well. Where that is needed it says so, and a shadow
 * at the right shows that there is more.
 */
export function TabelRand({ naam, soort, children }: RandProps): ReactElement {
  const box = useRef<HTMLDivElement>(null);
  const hulp = useId();
  const [{ breder, meer }, setBreedte] = useState<Breedte>({ breder: false, meer: false });
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const waarnemer = new ResizeObserver(() => setBreedte(meet(element)));
    for (const een of [element, ...element.children]) waarnemer.observe(een);
    return () => waarnemer.disconnect();
  }, []);
  return (
    <div className="tabel-kader">
      {breder ? (
        <p id={hulp} className="tabel-hulp">
          Deze tabel is breder dan uw scherm. Schuif de tabel opzij om alles te zien.
        </p>
      ) : null}
      <div className={`tabel-schaduw${meer ? ' tabel-schaduw--meer' : ''}`}>
        <div
          ref={box}
          className={`tabel-rand${soort ? ` ${soort}` : ''}`}
          role="region"
          aria-label={naam}
          aria-describedby={breder ? hulp : undefined}
          tabIndex={0}
          onScroll={({ currentTarget }) => setBreedte(meet(currentTarget))}
        >
          {children}
        </div>
      </div>
    </div>
  );
}

/** A table in its box, with a row of headings. */
export function Tabel({
  naam,
  koppen,
  children,
}: {
  naam: string;
  koppen: readonly string[];
  children: ReactNode;
}): ReactElement {
  return (
    <TabelRand naam={naam}>
      <table className="utrecht-table utrecht-table--html-table tabel">
        <thead>
          <tr>
            {koppen.map((kop) => (
              <th key={kop} scope="col">
                {kop}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </TabelRand>
  );
}
