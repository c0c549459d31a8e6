/** Speeds of an oefenklok that mean something to people; `dagenPerSeconde` is what the API takes. */
export const SNELHEDEN = [
  {
    waarde: 'seconde',
    dagenPerSeconde: 1,
    label: '1 dag per seconde: een heel traject in ongeveer 5 minuten',
  },
  {
    waarde: 'tien',
    dagenPerSeconde: 0.1,
    label: '1 dag per 10 seconden: een heel traject in ongeveer 50 minuten',
  },
  {
    waarde: 'minuut',
    dagenPerSeconde: 1 / 60,
    label: '1 dag per minuut: een heel traject in ongeveer 5 uur',
  },
  { waarde: 'uur', dagenPerSeconde: 1 / 3_600, label: '1 dag per uur: u zet de klok vooral zelf vooruit' },
] as const;

/** The speed a new oefencohort begins with: so slow that one moves its clock oneself. */
export const BEGIN_SNELHEID = SNELHEDEN[3];

/** A speed in words, also one that was not chosen from the list. */
export function snelheidInWoorden(dagenPerSeconde: number): string {
  const bekend = SNELHEDEN.find((snelheid) => Math.abs(snelheid.dagenPerSeconde - dagenPerSeconde) < 1e-9);
  if (bekend) return (bekend.label.split(':')[0] ?? '').toLowerCase();
  return dagenPerSeconde >= 1
    ? `${String(Math.round(dagenPerSeconde * 10) / 10).replace('.', ',')} dagen per seconde`
    : `1 dag per ${String(Math.round(1 / dagenPerSeconde))} seconden`;
}
