import { z } from 'zod';
import { Gemeentecode, Paginering, paginaVan, tekst } from './algemeen.js';

export const Gemeente = z
  .object({
    code: Gemeentecode,
    naam: z.string(),
    provincie: z.string(),
    veiligheidsregio: z.string(),
  })
  .meta({ id: 'Gemeente' });
export type Gemeente = z.infer<typeof Gemeente>;

/** All that are meant, without pages. */
export const GemeenteLijst = z.object({ items: z.array(Gemeente) }).meta({ id: 'GemeenteLijst' });
export type GemeenteLijst = z.infer<typeof GemeenteLijst>;

export const GemeenteZoekvraag = Paginering.extend({
  zoek: tekst(100).optional().meta({ description: 'Deel van de naam of de code.' }),
  veiligheidsregio: tekst(100).optional(),
  provincie: tekst(100).optional(),
});
export type GemeenteZoekvraag = z.infer<typeof GemeenteZoekvraag>;
export const GemeentePagina = paginaVan(Gemeente, 'GemeentePagina');
export type GemeentePagina = z.infer<typeof GemeentePagina>;
