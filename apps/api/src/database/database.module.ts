import { Global, Module } from '@nestjs/common';
import { ScopedDatabase } from './scoped.database.js';

@Global()
@Module({ providers: [ScopedDatabase], exports: [ScopedDatabase] })
export class DatabaseModule {}
