import type { ReactElement, ReactNode } from 'react';

/** A table that scrolls in its own box, with the keyboard as well. */
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
    <div className="tabel-rand" role="region" aria-label={naam} tabIndex={0}>
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
    </div>
  );
}
