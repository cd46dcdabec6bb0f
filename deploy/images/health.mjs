// The image's health check: 0 when this process can do its work. There is no curl in the image, and none is needed.
import { request } from 'node:http';

const asked = request(
  { host: '127.0.0.1', port: Number(process.env.PORT ?? 3000), path: '/health/ready', timeout: 4_000 },
  (answer) => process.exit(answer.statusCode === 200 ? 0 : 1),
);
asked.on('timeout', () => process.exit(1));
asked.on('error', () => process.exit(1));
asked.end();
