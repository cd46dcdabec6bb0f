import 'reflect-metadata';
import { Envelope, PostCollected, postsCollected } from '@kentongan/contracts';
import { type Batch, decodeBatch, done, type Outcome, type StreamPort } from '@kentongan/messaging';
import { StreamStrategy, Subscribe } from '@kentongan/messaging/nest';
import { Controller, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { EventPattern, type MicroserviceOptions, Payload, Transport } from '@nestjs/microservices';
import { Kafka, logLevel } from 'kafkajs';

const batchMessagesMax = 500;

/** Reads posts.collected from the start as a group of its own, telling each lot of decoded messages. */
export type StartConsumer = (
  group: string,
  onMessages: (count: number) => void,
) => Promise<{ stop(): Promise<void> }>;

/** The client alone: kafkajs as it comes, batches, JSON decoded, nothing checked. */
export function rawClient(brokers: string): StartConsumer {
  return async (groupId, onMessages) => {
    const kafka = new Kafka({ brokers: [brokers], clientId: groupId, logLevel: logLevel.NOTHING });
    const consumer = kafka.consumer({ groupId });
    await consumer.connect();
    await consumer.subscribe({ topics: [postsCollected.name], fromBeginning: true });
    await consumer.run({
      eachBatch: async ({ batch }) => {
        let decoded = 0;
        for (const { value } of batch.messages) if (JSON.parse(String(value)) !== null) decoded += 1;
        onMessages(decoded);
      },
    });
    return { stop: () => consumer.disconnect() };
  };
}

/** What a service does: a handler in a Nest application on our strategy, every message decoded and checked. */
export function ourStrategy(port: StreamPort): StartConsumer {
  return async (group, onMessages) => {
    @Controller()
    class Handlers {
      @Subscribe(postsCollected, { group, batchMessagesMax })
      onPosts(batch: Batch): Promise<readonly Outcome[]> {
        return decodeBatch(postsCollected, batch, async (messages) => {
          onMessages(messages.length);
          return messages.map(() => done);
        });
      }
    }
    @Module({ controllers: [Handlers] })
    class Consuming {}
    const application = await NestFactory.createMicroservice(Consuming, {
      strategy: new StreamStrategy(port),
      logger: false,
    });
    await application.listen();
    return { stop: () => application.close() };
  };
}

/** The same work on Nest's built-in Kafka transport: one message at a time, JSON decoded, every message checked. */
export function nestTransport(brokers: string): StartConsumer {
  return async (groupId, onMessages) => {
    @Controller()
    class Handlers {
      @EventPattern(postsCollected.name)
      async onPost(@Payload() message: unknown): Promise<void> {
        const event = Envelope.safeParse(message);
        if (event.success && PostCollected.data.safeParse(event.data.data).success) onMessages(1);
      }
    }
    @Module({ controllers: [Handlers] })
    class Consuming {}
    const application = await NestFactory.createMicroservice<MicroserviceOptions>(Consuming, {
      transport: Transport.KAFKA,
      options: {
        client: { brokers: [brokers], clientId: groupId, logLevel: logLevel.NOTHING },
        consumer: { groupId },
        subscribe: { fromBeginning: true },
      },
      logger: false,
    });
    await application.listen();
    return { stop: () => application.close() };
  };
}
