import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A gemeente as CBS lists it for a year; `code` is `GM` and four digits. */
@Entity('gemeente')
export class GemeenteEntity {
  @PrimaryColumn('text') code!: string;
  @Column('text') naam!: string;
  @Column('text') provincieCode!: string;
  @Column('text') provincie!: string;
  @Column('text') veiligheidsregioCode!: string;
  @Column('text') veiligheidsregio!: string;
}
