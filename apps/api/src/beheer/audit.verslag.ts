import { z } from 'zod';
import type { AuditFout, AuditUitslag, Kenmerk } from './audit.opdracht.js';

/** What was noted at an earlier check, as it is typed in. */
export const EerderKenmerk = z.strictObject({
  volgnummer: z.coerce
    .number('Vul het aantal regels in dat bij het kenmerk staat.')
    .int('Vul een heel getal in.')
    .min(1, 'Vul het aantal regels in dat bij het kenmerk staat.'),
  hash: z
    .string('Vul na het aantal regels ook het kenmerk in.')
    .toLowerCase()
    .regex(/^[0-9a-f]{64}$/, 'Een kenmerk heeft 64 tekens: cijfers en de letters a tot en met f.'),
});

const FOUTEN: Readonly<Record<AuditFout, string>> = {
  regel: 'klopt niet met de regel ervoor. Er is iets veranderd of weggehaald.',
  kenmerk:
    'is niet de regel die hoort bij het kenmerk dat u opgaf. Het auditlog is opnieuw geschreven, of het einde is weg.',
  adres: 'heeft een ander adres dan toen zij werd geschreven.',
  'adres-weg': 'heeft geen adres meer, en de bewaartermijn daarvan is nog niet voorbij.',
};

/** What a check found, for who asked for it. `fout` when something is not right. */
export function verslagVan(
  { regels, laatste, fout }: AuditUitslag,
  eerder: Kenmerk | undefined,
): { readonly fout: boolean; readonly zin: string } {
  if (fout)
    return {
      fout: true,
      zin: `Regel ${String(fout.regel)} van het auditlog ${FOUTEN[fout.wat]} Tot en met regel ${String(regels)} is alles heel. Bewaar een kopie van de database en zoek uit wie erbij kon.`,
    };
  const verder = eerder
    ? ` Het gaat verder vanaf regel ${String(eerder.volgnummer)}, met het kenmerk dat u opgaf.`
    : '';
  return {
    fout: false,
    zin: `Het auditlog is heel: ${String(regels)} regels.${verder} Laatste kenmerk: ${laatste}. Bewaar dit kenmerk met het aantal regels ergens anders. Geef ze bij de volgende controle mee: audit-controle ${String(regels)} ${laatste}`,
  };
}
