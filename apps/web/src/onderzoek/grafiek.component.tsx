import { useId, type ReactElement } from 'react';
import { totaal, vlakken, type Staaf } from './grafiek.view-model.js';

const BREEDTE = 270;
const HOOGTE = 44;

interface GrafiekProps {
  titel: string;
  /** In one sentence what the bars show; the table beside it has the numbers. */
  beschrijving: string;
  staven: readonly Staaf[];
  legenda?: readonly { naam: string; patroon: 'vol' | 'streep' }[];
}

/** Horizontal bars. Parts differ by pattern and label, not by colour alone. */
export function Grafiek({ titel, beschrijving, staven, legenda = [] }: GrafiekProps): ReactElement {
  const id = useId();
  const langste = Math.max(1, ...staven.map(totaal));
  const hoogte = staven.length * HOOGTE + (legenda.length > 0 ? 28 : 0) + 4;
  const vlak = (
    patroon: 'vol' | 'streep',
    plek: { x: number; y: number; width: number; height: number },
  ): ReactElement => (
    <>
      <rect
        {...plek}
        {...(patroon === 'vol' ? { className: 'grafiek__vol' } : { fill: `url(#${id}-streep)` })}
      />
      <rect {...plek} className="grafiek__rand" />
    </>
  );
  return (
    <figure className="grafiek-kader">
      <figcaption>{titel}</figcaption>
      <svg
        className="grafiek"
        viewBox={`0 0 ${String(BREEDTE + 60)} ${String(hoogte)}`}
        role="img"
        aria-labelledby={`${id}-titel ${id}-tekst`}
      >
        <title id={`${id}-titel`}>{titel}</title>
        <desc id={`${id}-tekst`}>{beschrijving}</desc>
        <defs>
          <pattern
            id={`${id}-streep`}
            width="6"
            height="6"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width="6" height="6" fill="#fff" />
            <rect width="3" height="6" className="grafiek__streep" />
          </pattern>
        </defs>
        {staven.map((staaf, nummer) => {
          const y = nummer * HOOGTE + 18;
          return (
            <g key={staaf.naam}>
              <text x="1" y={y - 5}>
                {staaf.naam}
              </text>
              {vlakken(staaf, langste, BREEDTE).map((deel) =>
                deel.breedte === 0 ? null : (
                  <g key={deel.naam}>
                    {vlak(deel.patroon, { x: 1 + deel.x, y, width: deel.breedte, height: 18 })}
                  </g>
                ),
              )}
              <text x={(totaal(staaf) / langste) * BREEDTE + 7} y={y + 14}>
                {staaf.delen.length > 1 ? staaf.delen.map(({ aantal }) => aantal).join(' + ') : totaal(staaf)}
              </text>
            </g>
          );
        })}
        {legenda.map(({ naam, patroon }, nummer) => (
          <g key={naam}>
            {vlak(patroon, { x: 1 + nummer * 110, y: hoogte - 22, width: 16, height: 16 })}
            <text x={1 + nummer * 110 + 22} y={hoogte - 9}>
              {naam}
            </text>
          </g>
        ))}
      </svg>
    </figure>
  );
}
