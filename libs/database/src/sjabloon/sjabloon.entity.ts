import type { Sjabloon } from '@maatwerktraject/domain';
import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

/** A version of a sjabloon; a row is never changed. */
@Entity('sjabloon')
export class SjabloonEntity {
  @PrimaryColumn('text') sleutel!: string;
  @PrimaryColumn('integer') versie!: number;
  @Column('text') titel!: string;
  @Column('jsonb') definitie!: Sjabloon;
  @CreateDateColumn({ type: 'timestamptz' }) createdAt!: Date;
}
