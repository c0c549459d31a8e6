import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** The audit trail: one fact of one workflow. (`workflowId`, `seq`) is unique, and no row is ever changed. */
@Entity('gebeurtenis')
export class GebeurtenisEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint' }) id!: number;
  @Column('text') workflowId!: string;
  @Column('integer') seq!: number;
  @Column('uuid') cohortId!: string;
  @Column('uuid', { nullable: true }) trajectId!: string | null;
  @Column('text') soort!: string;
  /** The domain's time. */
  @Column('timestamptz') op!: Date;
  @Column('timestamptz') vastgelegdOp!: Date;
  @Column('text') door!: string;
  @Column('jsonb') inhoud!: Record<string, unknown>;
}
