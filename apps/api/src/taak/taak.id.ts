import { z } from 'zod';

/** `<traject>.<stap>.<taak>.<uitvoerder>` */
export const TaakId = z
  .string()
  .max(200)
  .regex(/^[0-9a-f-]{36}(\.[a-z0-9_-]+){3}$/, 'Dit is geen geldig kenmerk.');
