import type { NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { RELEASE } from './platform/release.js';

/** The API explorer under `/docs`, its document under `/docs/json`. */
export function setupExplorer(app: NestExpressApplication): void {
  const options = new DocumentBuilder()
    .setTitle('Rolecall')
    .setDescription('SCIM 2.0 for identity providers under /scim/v2, REST for administrators and services under /api.')
    .setVersion(RELEASE)
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: "A token; SCIM takes the Owner's only" }, 'bearer')
    .build();
  const document = SwaggerModule.createDocument(app, options);
  SwaggerModule.setup('docs', app, document, { jsonDocumentUrl: 'docs/json' });
}
