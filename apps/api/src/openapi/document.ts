import type { INestApplication } from '@nestjs/common';
import { SESSIE_COOKIE } from '@maatwerktraject/database';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { Probleem, TestEvent } from '@maatwerktraject/contracts';
import { answerSchemas } from '../http/operation.decorator.js';
import { API_PREFIX, API_VERSION } from '../api-version.js';
import { applyConventions } from './conventions.js';
import { addLinks } from './links.js';
import { createSchemaConverter } from './schema.converter.js';
import { WEBHOOKS } from './webhooks.js';

const DESCRIPTION = `Met deze API volgt en stuurt u cohorten van gemeenten door de stappen van een sjabloon, zoals het Maatwerktraject.
Opdrachten nemen een \`Idempotency-Key\`: dezelfde opdracht met hetzelfde kenmerk wordt één keer uitgevoerd.
Fouten komen als \`application/problem+json\`, met een zin die zegt wat u kunt doen.`;

type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;

const byName = <T>(entries: Record<string, T>): Record<string, T> =>
  Object.fromEntries(Object.entries(entries).sort(([a], [b]) => (a < b ? -1 : 1)));

/** The OpenAPI 3.1 document of all routes of `app`, from the schemas that also validate. */
export function createDocument(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Maatwerktraject')
    .setDescription(DESCRIPTION)
    .setVersion(API_VERSION)
    .setContact(
      'Beheerteam Maatwerktraject',
      'https://broncode.example/maatwerktraject',
      'beheer@maatwerktraject.example',
    )
    .setLicense('EUPL-1.2', 'https://joinup.ec.europa.eu/collection/eupl/eupl-text-eupl-12')
    .addServer(`/${API_PREFIX}`, 'Deze server')
    .addTag('toegang', 'Wie u bent en wat u mag.')
    .addTag('privacy', 'Uw eigen gegevens: inzien, verbeteren, meenemen en laten wissen.')
    .addTag('omgeving', 'Wat er draait en waar het te vinden is.')
    .addTag('gemeenten', 'De gemeenten van Nederland.')
    .addTag('sjablonen', 'Stappen, taken, vragen en termijnen waaruit een traject bestaat.')
    .addTag('cohorten', 'Groepen gemeenten die tegelijk een traject doorlopen.')
    .addTag('deelnemers', 'De gemeenten van een cohort, met hun contactpersonen.')
    .addTag('trajecten', 'De weg van één gemeente door de stappen.')
    .addTag('bijeenkomsten', 'Groepssessies van een cohort, en waarover de adviseur een mail krijgt.')
    .addTag('contactpersonen', 'De mensen van een gemeente in een traject, en wie hen vervangt.')
    .addTag('bezorging', 'Waarom een mail wel of niet is verstuurd, en adressen die niet werken.')
    .addTag('signalen', 'Tekenen dat een traject vastloopt, en wat de adviseur ervan vindt.')
    .addTag('wijzigingsplannen', 'Wat een wijziging van de planning doet, voordat zij wordt gemaakt.')
    .addTag('taken', 'Wat iemand invult en indient.')
    .addTag('export', 'De gegevens van een cohort als bestanden, voor onderzoek.')
    .addTag('gebeurtenissen', 'Wat er is gebeurd, als CloudEvents, voor andere systemen.')
    .addTag('webhooks', 'Waar een ander systeem zulke gebeurtenissen vanzelf krijgt, en wat er is bezorgd.')
    .addTag('accounts', 'Mensen en diensten, hun rollen en de tokens van diensten.')
    .addTag('inzagen', 'Wanneer een beheerder een traject mag lezen, en waarom.')
    .addTag('auditregels', 'Wie wat deed, en wanneer.')
    .addTag('aanmelden', 'Hoe mensen zich aanmelden.')
    .addApiKey(
      {
        type: 'apiKey',
        in: 'cookie',
        name: SESSIE_COOKIE,
        description: 'De sessie van wie zich heeft aangemeld.',
      },
      'sessie',
    )
    .addBearerAuth(
      {
        type: 'http',
        scheme: 'bearer',
        description: 'Het token van een dienst; de beheerder geeft het uit.',
      },
      'diensttoken',
    )
    .build();
  const standardSchemaConverter = createSchemaConverter([...answerSchemas, Probleem, TestEvent]);
  const document = SwaggerModule.createDocument(app, config, {
    standardSchemaConverter,
    // The version stands in the address of the server, once.
    ignoreGlobalPrefix: true,
  });
  // No route names these: every refusal is the one, and only a webhook gets the other.
  const unnamed = [Probleem, TestEvent].map(
    (schema) => standardSchemaConverter(schema, { schemaType: 'output' })?.components as Schemas,
  );
  document.components = {
    ...document.components,
    schemas: byName(Object.assign({}, document.components?.schemas, ...unnamed) as Schemas),
  };
  document.paths = byName(document.paths);
  applyConventions(document);
  addLinks(document);
  // The type of the generator knows no webhooks yet.
  return Object.assign(document, { webhooks: WEBHOOKS });
}
