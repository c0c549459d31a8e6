import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { Ik } from '@maatwerktraject/contracts';
import { applyConventions } from '../openapi/conventions.js';
import { Operation } from './operation.decorator.js';
import { Vervalt } from './vervalt.decorator.js';

@Controller()
class OudController {
  @Get('oud')
  @Operation({ id: 'leesOud', summary: 'Oud.', answer: Ik })
  @Vervalt({ sinds: '2027-01-01', tot: '2027-12-31', alternatief: '/api/v1/nieuw' })
  oud(): { rol: string } {
    return { rol: 'adviseur' };
  }

  @Get('nieuw')
  @Operation({ id: 'leesNieuw', summary: 'Nieuw.', answer: Ik })
  nieuw(): { rol: string } {
    return { rol: 'adviseur' };
  }
}

@Module({ controllers: [OudController] })
class OudModule {}

describe('een adres dat vervalt', () => {
  let app: NestExpressApplication;
  beforeAll(async () => {
    app = await NestFactory.create<NestExpressApplication>(OudModule, { logger: false });
    await app.listen(0, '127.0.0.1');
  });
  afterAll(() => app.close());

  it('says so with each answer, and what comes in its place', async () => {
    const { status, headers } = await fetch(`${await app.getUrl()}/oud`);
    expect([status, headers.get('deprecation'), headers.get('sunset'), headers.get('link')]).toEqual([
      200,
      '@1798761600',
      'Fri, 31 Dec 2027 23:59:59 GMT',
      '</api/v1/nieuw>; rel="successor-version"',
    ]);
    expect((await fetch(`${await app.getUrl()}/nieuw`)).headers.get('deprecation')).toBeNull();
  });

  it('is marked in the document', () => {
    const document = SwaggerModule.createDocument(
      app,
      new DocumentBuilder().setOpenAPIVersion('3.1.0').build(),
    );
    applyConventions(document);
    const { get: oud } = document.paths['/oud']!;
    expect([oud?.deprecated, document.paths['/nieuw']?.get?.deprecated]).toEqual([true, undefined]);
    expect(oud?.responses['200']).toMatchObject({
      headers: {
        Deprecation: { $ref: '#/components/headers/Deprecation' },
        Sunset: { $ref: '#/components/headers/Sunset' },
      },
    });
  });
});
