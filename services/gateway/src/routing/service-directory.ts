import { type RoutedServiceName, type ServiceStateView, serviceNames } from '@kentongan/contracts';
import { ACCESS_TOKEN, type Secret } from '@kentongan/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { GATEWAY_OPTIONS, type GatewayOptions } from '../gateway.options.js';
import { ask } from './ask.js';
import { DiallingAgent } from './dialling-agent.js';

type ServiceState = z.infer<typeof ServiceStateView>;

const routedNames = serviceNames.filter((name): name is RoutedServiceName => name !== 'gateway');

/** Where the services answer that run beside this gateway, and how they are doing. */
@Injectable()
export class ServiceDirectory {
  private readonly agents = new Map<RoutedServiceName, DiallingAgent>();

  constructor(
    @Inject(GATEWAY_OPTIONS) private readonly options: GatewayOptions,
    @Inject(ACCESS_TOKEN) private readonly token: Secret,
  ) {}

  /** False when all services live in this process: then nobody is asked and nothing is led on. */
  get isApart(): boolean {
    return this.options.serviceUrls !== undefined;
  }

  agentOf(service: RoutedServiceName): DiallingAgent {
    const known = this.agents.get(service);
    if (known) return known;
    const agent = new DiallingAgent(this.addressesOf(service));
    this.agents.set(service, agent);
    return agent;
  }

  /** Of every process there is, asked now. */
  async states(): Promise<ServiceState[]> {
    if (!this.isApart) return [];
    const asked = routedNames.flatMap((service) =>
      this.addressesOf(service).map(async (address): Promise<ServiceState> => {
        const { ready, failing } = await readinessAt(address);
        return { service, address, ready, failing };
      }),
    );
    return Promise.all(asked);
  }

  /** Services of which no process is ready. */
  async unavailable(): Promise<RoutedServiceName[]> {
    if (!this.isApart) return [];
    const states = await this.states();
    return routedNames.filter((name) => !states.some(({ service, ready }) => service === name && ready));
  }

  /** What a service says of its own API. Throws when nobody answers. */
  async describe(service: RoutedServiceName): Promise<unknown> {
    const headers = { authorization: `Bearer ${this.token.reveal()}` };
    const agent = this.agentOf(service);
    const { status, json } = await ask({ agent, path: '/api/openapi.json', headers });
    if (status !== 200) throw new Error(`${service} answered ${status}`);
    return json;
  }

  private addressesOf(service: RoutedServiceName): readonly string[] {
    return this.options.serviceUrls?.[service] ?? [];
  }
}

/** What a process says of itself; one that says nothing that can be read fails to answer. */
async function readinessAt(address: string): Promise<{ ready: boolean; failing: string[] }> {
  try {
    const { status, json } = await ask({
      agent: new DiallingAgent([address]),
      path: '/health/ready',
      headers: {},
    });
    const { failing, catchingUp } = json as { failing?: unknown; catchingUp?: unknown };
    const names = [failing, catchingUp].flat().filter((name): name is string => typeof name === 'string');
    return { ready: status === 200, failing: names };
  } catch {
    return { ready: false, failing: ['noAnswer'] };
  }
}
