import { DefaultNamingStrategy } from 'typeorm';

/** Columns in snake_case, as PostgreSQL writes them without quotes. */
export class SnakeNamingStrategy extends DefaultNamingStrategy {
  override columnName(propertyName: string, customName: string | undefined): string {
    return customName ?? propertyName.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  }
}
