const kop = (name: string, description: string) => ({
  name,
  in: 'header',
  required: true,
  description,
  schema: { type: 'string' },
});

const schema = (name: string) => ({ $ref: `#/components/schemas/${name}` });

/** What we send to others, for the `webhooks` of the document (OpenAPI 3.1): here the receiver is the server. */
export const WEBHOOKS = {
  gebeurtenis: {
    post: {
      operationId: 'ontvangGebeurtenis',
      summary:
        'Een gebeurtenis, bij het adres van een webhook bezorgd en ondertekend volgens Standard Webhooks.',
      tags: ['webhooks'],
      security: [],
      parameters: [
        kop('webhook-id', 'De `id` van de gebeurtenis; bij elke poging dezelfde.'),
        kop('webhook-timestamp', 'Wanneer deze poging is gedaan, in seconden sinds 1970.'),
        kop('webhook-signature', 'Een of meer handtekeningen (`v1,…`), met een spatie ertussen.'),
      ],
      requestBody: {
        required: true,
        content: {
          'application/cloudevents+json': { schema: { oneOf: [schema('CloudEvent'), schema('TestEvent')] } },
        },
      },
      responses: {
        '2XX': { description: 'Ontvangen.' },
        '410': { description: 'Stuur nooit meer iets: de webhook wordt beëindigd.' },
        '429': { description: 'Te veel tegelijk; wij wachten `Retry-After` seconden.' },
        default: { description: 'Niet gelukt; wij proberen het later opnieuw.' },
      },
    },
  },
};
