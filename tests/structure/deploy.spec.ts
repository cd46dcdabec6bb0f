import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { createMetrics } from '@kentongan/platform';
import { parse } from 'yaml';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const text = (path: string): string => readFileSync(join(root, path), 'utf8');

interface ComposeService {
  readonly image?: string;
  readonly build?: { readonly dockerfile: string; readonly args: { readonly SERVICE: string } };
  readonly command?: readonly string[];
  readonly entrypoint?: readonly string[];
  readonly profiles?: readonly string[];
  readonly ports?: readonly string[];
  readonly user?: string;
  readonly restart?: string;
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly networks?: readonly string[];
  readonly secrets?: readonly string[];
  readonly volumes?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly healthcheck?: object;
  readonly deploy?: { readonly resources?: { readonly limits?: object } };
}
interface Compose {
  readonly services: Readonly<Record<string, ComposeService>>;
  readonly secrets: Readonly<Record<string, { readonly file: string }>>;
  readonly volumes: object;
  readonly networks: Readonly<Record<string, { readonly internal?: boolean } | null>>;
}

const fleet = parse(text('deploy/compose.yaml'), { merge: true }) as Compose;
const single = parse(text('deploy/compose.single.yaml'), { merge: true }) as Compose;
const everyService = [...Object.entries(fleet.services), ...Object.entries(single.services)];
const ours = everyService.filter(([, { build }]) => build);
const dockerfile = text('deploy/images/Dockerfile');
/** A desk's own services; the web app has no process, and kentongan is all of them in one. */
const deskServices = readdirSync(join(root, 'services')).filter(
  (name) => !['web', 'kentongan'].includes(name),
);

describe('the compose files', () => {
  it('run every service of the desk, each from an image of its own', () => {
    for (const name of deskServices) {
      const service = fleet.services[name];
      expect({ name, build: service?.build?.args.SERVICE }).toEqual({ name, build: name });
      expect(service?.image).toMatch(new RegExp(`^kentongan/${name}:`));
    }
    expect(single.services['kentongan']?.build?.args.SERVICE).toBe('kentongan');
    for (const [, { build }] of ours) expect(existsSync(join(root, build?.dockerfile ?? ''))).toBe(true);
  });

  it('give each as little as it needs: no rights, nothing to write on, no more than its share', () => {
    for (const [name, service] of everyService) {
      const { cap_drop: dropped, security_opt: options, restart, deploy } = service;
      expect({ name, dropped, options }).toEqual({
        name,
        dropped: ['ALL'],
        options: ['no-new-privileges:true'],
      });
      expect({ name, limits: deploy?.resources?.limits }).toEqual({
        name,
        limits: expect.objectContaining({ cpus: expect.anything(), memory: expect.anything() }),
      });
      expect({ name, restart }).toEqual({
        name,
        restart: expect.stringMatching(/^(unless-stopped|on-failure:\d|no)$/),
      });
    }
    for (const [name, service] of ours)
      expect({ name, readOnly: service.read_only }).toEqual({ name, readOnly: true });
  });

  it('open the gateway to this machine, and only those that must to the world', () => {
    const published = Object.entries(fleet.services).filter(([, { ports }]) => ports);
    expect(published.map(([name]) => name)).toEqual(['gateway', 'prometheus']);
    for (const [, { ports }] of [...published, ...Object.entries(single.services)])
      for (const port of ports ?? []) expect(port).toMatch(/^127\.0\.0\.1:/);
    expect(fleet.networks['inside']).toEqual({ internal: true });
    const withAWayOut = Object.entries(fleet.services).filter(([, { networks }]) =>
      networks?.includes('outside'),
    );
    expect(withAWayOut.map(([name]) => name)).toEqual(['gateway', 'collector', 'notifier', 'prometheus']);
  });

  it('name only variables that the program reads', () => {
    const known = [
      text('libs/platform/src/configuration/configuration.ts'),
      text('libs/platform/src/configuration/kafka-configuration.ts'),
      ...deskServices.map((name) => `${name.toUpperCase()}_URL`),
    ].join(' ');
    const unknown = ours.flatMap(([name, { environment }]) =>
      Object.keys(environment ?? {})
        .map((variable) => variable.replace(/_FILE$/, ''))
        .filter((variable) => !known.includes(variable))
        .map((variable) => `${name}: ${variable}`),
    );
    expect(unknown).toEqual([]);
  });

  it('know every secret, volume and network they use, and make-secrets.sh makes each secret', () => {
    const script = text('deploy/make-secrets.sh');
    for (const [name, { file }] of Object.entries(fleet.secrets)) {
      expect(file).toBe(`./secrets/${name}`);
      expect(script).toContain(`make ${name} `);
    }
    for (const [, { secrets, environment }] of Object.entries(fleet.services)) {
      for (const secret of secrets ?? []) expect(Object.keys(fleet.secrets)).toContain(secret);
      for (const [variable, value] of Object.entries(environment ?? {}))
        if (variable.endsWith('_FILE'))
          expect(secrets?.map((each) => `/run/secrets/${each}`)).toContain(value);
    }
    for (const compose of [fleet, single])
      for (const { volumes } of Object.values(compose.services))
        for (const volume of volumes ?? [])
          if (/^[a-z]/.test(volume)) expect(Object.keys(compose.volumes)).toContain(volume.split(':')[0]);
  });

  it('lead the gateway to every other service', () => {
    const { environment } = fleet.services['gateway'] as ComposeService;
    for (const name of deskServices.filter((each) => each !== 'gateway'))
      expect(environment?.[`${name.toUpperCase()}_URL`]).toBe(`http://${name}:3000`);
  });
});

describe('the images', () => {
  it('run as a user of their own, answer health checks, and start the service’s main', () => {
    const final = dockerfile.slice(dockerfile.lastIndexOf('\nFROM '));
    expect(final).toMatch(/^USER 10001:10001$/m);
    expect(final).toMatch(/^EXPOSE 3000$/m);
    expect(final).toContain('PORT=3000');
    expect(final).toMatch(/^HEALTHCHECK .*CMD \["node", "\/app\/health\.mjs"\]$/m);
    expect(final).toMatch(/^CMD \["node", "\/app\/main\.mjs"\]$/m);
    expect(text('deploy/images/health.mjs')).toContain("path: '/health/ready'");
    expect(text('deploy/images/assemble.mjs')).toContain(`import './services/\${service}/dist/main.js'`);
    for (const name of ['kentongan', ...deskServices])
      expect({ name, main: existsSync(join(root, 'services', name, 'src/main.ts')) }).toEqual({
        name,
        main: true,
      });
  });

  it('keep data, secrets and what was built here out', () => {
    const ignored = text('.dockerignore').split('\n');
    for (const path of ['.git', '**/node_modules', '**/dist', 'data', 'deploy/secrets', '.env*'])
      expect(ignored).toContain(path);
  });

  it('have the verbs that compose calls', () => {
    const verbs = text('services/kentongan/src/cli/kentongan.ts');
    const called = Object.values(fleet.services)
      .map(({ command }) => command ?? [])
      .filter((command) => command.some((part) => part.endsWith('cli/kentongan.js')));
    expect(called).toHaveLength(1);
    for (const [, file, verb] of called) {
      expect(existsSync(join(root, String(file).replace('dist/', 'src/').replace('.js', '.ts')))).toBe(true);
      expect(verbs).toMatch(new RegExp(`'${verb}'|\\b${verb}\\w*Command\\b`));
    }
  });
});

describe('the alert rules', () => {
  interface Rule {
    readonly alert: string;
    readonly expr: string;
    readonly labels: { readonly severity: string };
    readonly annotations: { readonly summary: string; readonly do: string };
  }
  const { groups } = parse(text('deploy/prometheus/alerts.yaml')) as { groups: { rules: Rule[] }[] };
  const rules = groups.flatMap(({ rules: each }) => each);

  it('ask for metrics that the code registers', () => {
    const sources = ['libs', 'services'].flatMap((group) =>
      readdirSync(join(root, group), { recursive: true, encoding: 'utf8' })
        .filter(
          (path) => /\/src\/.*\.ts$/.test(path) && !path.includes('node_modules') && !path.includes('.spec.'),
        )
        .map((path) => text(join(group, path))),
    );
    const declared = sources.flatMap((source) =>
      [...source.matchAll(/name: '(kentongan_\w+)'/g)].map(([, name]) => name),
    );
    const known = new Set([
      ...declared,
      ...createMetrics()
        .registry.getMetricsAsArray()
        .map(({ name }) => name),
    ]);
    const asked = rules.flatMap(({ alert, expr }) =>
      [...expr.matchAll(/\bkentongan_\w+/g)].map(([name]) => ({
        alert,
        name: name.replace(/_(bucket|sum|count)$/, ''),
      })),
    );
    expect(asked.length).toBeGreaterThan(10);
    expect(asked.filter(({ name }) => !known.has(name))).toEqual([]);
  });

  it('say what happened and what to do, and each is tested', () => {
    const tests = text('deploy/prometheus/alerts.test.yaml');
    for (const { alert, labels, annotations } of rules) {
      expect({ alert, severity: labels.severity }).toEqual({
        alert,
        severity: expect.stringMatching(/^(page|ticket)$/),
      });
      expect(annotations.summary).toMatch(/\.$/);
      expect(annotations.do.length).toBeGreaterThan(30);
      expect(tests).toContain(alert);
    }
  });

  it('scrape every service', () => {
    const { scrape_configs: jobs } = parse(text('deploy/prometheus/prometheus.yaml')) as {
      scrape_configs: { dns_sd_configs?: { names: string[]; port: number }[] }[];
    };
    const scraped = jobs.flatMap(({ dns_sd_configs: lookups }) => lookups ?? []);
    expect(scraped.flatMap(({ names }) => names).sort()).toEqual([...deskServices].sort());
    expect(scraped.map(({ port }) => port)).toEqual([3000]);
  });
});
